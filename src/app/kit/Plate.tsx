import { useLingui } from '@lingui/react'
import type { ReactNode } from 'react'
import knee from '../pictures/knee.svg'

/** A drawn plate: a bent knee from the side, the effusion above the patella, the needle on its way. */
export function Plate(): ReactNode {
  const { i18n } = useLingui()
  const alt = i18n._({
    id: 'plate.label',
    message: 'Drawing: a needle on its way into the fluid above the kneecap',
  })
  return <img className="plate" src={knee} alt={alt} width={480} height={340} />
}
