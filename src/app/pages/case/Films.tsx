import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import type { Case, Procedure } from '../../../sim/index.ts'
import { say } from '../../i18n.ts'
import { filmsOf } from '../../pictures/films.ts'

interface FilmsProps {
  readonly procedure: Procedure
  readonly chosen: Case
}

function Film({ src, name, alt }: { src: string; name: string; alt: string }): ReactNode {
  const { i18n } = useLingui()
  return (
    <figure className="film">
      <a href={src} target="_blank" rel="noreferrer" aria-label={alt}>
        <img src={src} alt={alt} width={512} height={512} loading="lazy" />
      </a>
      <figcaption>
        <span>{name}</span>
        <span>{i18n._({ id: 'films.fictional', message: 'R · simulated, fictional' })}</span>
      </figcaption>
    </figure>
  )
}

/** Two plain films from the model of this patient, with what the record says of them; or why there are none. */
export function Films({ procedure, chosen }: FilmsProps): ReactNode {
  const { i18n } = useLingui()
  const films = filmsOf(procedure.id, chosen.id)
  const told = chosen.record?.['films']
  if (!films && !told) return null
  const ap = i18n._({ id: 'films.ap', message: 'Front (AP)' })
  const lateral = i18n._({ id: 'films.lateral', message: 'Side (lateral)' })
  const alt = (view: string): string =>
    i18n._({ id: 'films.alt', message: 'Simulated radiograph of the right knee: {view}', values: { view } })
  return (
    <section className="stack tight">
      <h2>{i18n._({ id: 'films.title', message: 'Films' })}</h2>
      {films ? (
        <>
          <div className="films">
            <Film src={films.ap} name={ap} alt={alt(ap)} />
            <Film src={films.lateral} name={lateral} alt={alt(lateral)} />
          </div>
          {told && (
            <p>{i18n._({ id: 'films.record', message: 'In the record: {text}', values: { text: say(told) } })}</p>
          )}
          <p className="small soft">
            {i18n._({
              id: 'films.limits',
              message:
                'Computed from the same anatomy that you will work on. It shows bone and soft tissue; changes of wear that the record names are not modelled.',
            })}
          </p>
        </>
      ) : (
        <div className="film-none">
          <p>{told && say(told)}</p>
          <p className="small soft">
            {i18n._({ id: 'films.none', message: 'No film is shown: the model has none for this case.' })}
          </p>
        </div>
      )}
    </section>
  )
}
