// The learning curve as a plot: what the patient got and how it was done, attempt by attempt.
import { useLingui } from '@lingui/react'
import { Group } from '@visx/group'
import { scaleLinear, scalePoint } from '@visx/scale'
import { Circle, LinePath } from '@visx/shape'
import { AxisBottom, AxisLeft } from '@visx/axis'
import type { ReactNode } from 'react'
import { DataTable } from '../kit/DataTable.tsx'
import { PlotFrame } from '../kit/PlotFrame.tsx'
import { useNarrow } from '../kit/useNarrow.ts'

/** One line of the plot; a null breaks it. */
export interface Series {
  readonly name: string
  readonly values: readonly (number | null)[]
}

export interface CurveProps {
  readonly title: string
  readonly summary: string
  /** Names of the attempts along the bottom, short. */
  readonly ticks: readonly string[]
  /** The same names in full, for the table. */
  readonly names: readonly string[]
  /** One or two. */
  readonly series: readonly Series[]
}

/** A size of the plot in px of its own; a phone gets its own, so that no letter is shrunk. */
interface Frame {
  readonly width: number
  readonly right: number
  readonly mostTicks: number
  /** Names at the ends of the lines; else above the plot. */
  readonly named: boolean
}
const WIDE: Frame = { width: 860, right: 150, mostTicks: 10, named: true }
const NARROW: Frame = { width: 340, right: 8, mostTicks: 5, named: false }
const HEIGHT = 300
const EDGE = { top: 18, bottom: 50, left: 44 }
const STYLES = ['one', 'two'] as const
const LABEL_GAP = 20
const styleOf = (i: number): (typeof STYLES)[number] => STYLES[i] ?? 'one'

const scaleY = scaleLinear({ domain: [0, 100], range: [HEIGHT - EDGE.bottom, EDGE.top] })

/** Heights of the names at the ends of the lines, pushed apart when they would lie on one another. */
function labelHeights(series: readonly Series[]): number[] {
  const at = series.map((s) => scaleY(s.values.filter((v) => v !== null).at(-1) ?? 50))
  const [a, b] = at
  if (a === undefined || b === undefined || Math.abs(a - b) >= LABEL_GAP) return at
  const middle = (a + b) / 2
  return a <= b ? [middle - LABEL_GAP / 2, middle + LABEL_GAP / 2] : [middle + LABEL_GAP / 2, middle - LABEL_GAP / 2]
}

interface Dot {
  readonly x: number
  readonly y: number | null
}

function Line({ dots, style }: { dots: readonly Dot[]; style: (typeof STYLES)[number] }): ReactNode {
  const shown = dots.filter((d): d is { x: number; y: number } => d.y !== null)
  return (
    <Group>
      <LinePath data={shown} x={(d) => d.x} y={(d) => scaleY(d.y)} className={style} />
      {shown.map((d) => (
        <Circle key={d.x} cx={d.x} cy={scaleY(d.y)} r={6} className={`dot-${style}`} />
      ))}
    </Group>
  )
}

interface AxesProps {
  readonly ticks: readonly string[]
  readonly x: ReturnType<typeof scaleX>
  readonly frame: Frame
}

function Axes({ ticks, x, frame }: AxesProps): ReactNode {
  const { i18n } = useLingui()
  const every = Math.ceil(ticks.length / frame.mostTicks)
  return (
    <>
      {[0, 25, 50, 75, 100].map((v) => (
        <line key={v} className="grid" x1={EDGE.left} x2={frame.width - frame.right} y1={scaleY(v)} y2={scaleY(v)} />
      ))}
      <AxisLeft
        scale={scaleY}
        left={EDGE.left}
        tickValues={[0, 50, 100]}
        hideTicks
        hideAxisLine
        tickLabelProps={() => ({ textAnchor: 'end', dx: -4, dy: '0.33em' })}
        tickFormat={(v) => String(v)}
      />
      <AxisBottom
        scale={x}
        top={HEIGHT - EDGE.bottom}
        axisLineClassName="axis"
        tickValues={ticks.flatMap((_, i) => (i % every === 0 ? [i] : []))}
        tickFormat={(i) => ticks[i] ?? ''}
        hideTicks
        tickLabelProps={() => ({ textAnchor: 'middle', dy: '0.4em' })}
        label={i18n._({ id: 'curve.axis', message: 'Attempt' })}
        labelOffset={14}
        labelProps={{ textAnchor: 'middle' }}
      />
    </>
  )
}

const scaleX = (count: number, frame: Frame) =>
  scalePoint<number>({
    domain: Array.from({ length: count }, (_, i) => i),
    range: [EDGE.left + 20, frame.width - frame.right - 16],
  })

function Names({ series, frame }: { series: readonly Series[]; frame: Frame }): ReactNode {
  const heights = labelHeights(series)
  return series.map((s, i) => (
    <text key={s.name} x={frame.width - frame.right + 8} y={heights[i]} dy="0.33em" className={`label-${styleOf(i)}`}>
      {s.name}
    </text>
  ))
}

/** On a phone there is no room beside the lines. */
function Legend({ series }: { series: readonly Series[] }): ReactNode {
  return (
    <ul className="legend small" aria-hidden="true">
      {series.map((s, i) => (
        <li key={s.name} className={`key-${styleOf(i)}`}>
          {i === 0 ? '●' : '○'} {s.name}
        </li>
      ))}
    </ul>
  )
}

/** Points on a scale of 0 to 100, with the table of the same numbers behind. */
export function Curve({ title, summary, ticks, names, series }: CurveProps): ReactNode {
  const { i18n } = useLingui()
  const frame = useNarrow() ? NARROW : WIDE
  const x = scaleX(ticks.length, frame)
  const rows = names.map((name, i) => ({ id: String(i), cells: [name, ...series.map((s) => s.values[i] ?? '–')] }))
  const head = [i18n._({ id: 'curve.axis', message: 'Attempt' }), ...series.map((s) => s.name)]
  const table = <DataTable caption={title} head={head} rows={rows} />
  return (
    <>
      {!frame.named && <Legend series={series} />}
      <PlotFrame title={title} summary={summary} width={frame.width} height={HEIGHT} table={table}>
        <Axes ticks={ticks} x={x} frame={frame} />
        {series.map((s, i) => (
          <Line key={s.name} style={styleOf(i)} dots={s.values.map((y, n) => ({ x: x(n) ?? 0, y }))} />
        ))}
        {frame.named && <Names series={series} frame={frame} />}
      </PlotFrame>
    </>
  )
}
