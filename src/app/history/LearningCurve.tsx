// The learning curve as a plot: what the patient got and how it was done, attempt by attempt.
import { useLingui } from '@lingui/react'
import { Group } from '@visx/group'
import { scaleLinear, scalePoint } from '@visx/scale'
import { Circle, LinePath } from '@visx/shape'
import { AxisBottom, AxisLeft } from '@visx/axis'
import type { ReactNode } from 'react'
import { DataTable } from '../kit/DataTable.tsx'
import { PlotFrame } from '../kit/PlotFrame.tsx'

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

const WIDTH = 860
const HEIGHT = 300
const EDGE = { top: 18, right: 150, bottom: 50, left: 52 }
const STYLES = ['one', 'two'] as const
const LABEL_GAP = 20
/** More names than this along the bottom would touch one another. */
const MOST_TICKS = 10

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

function Axes({ ticks, x }: { ticks: readonly string[]; x: ReturnType<typeof scaleX> }): ReactNode {
  const { i18n } = useLingui()
  const every = Math.ceil(ticks.length / MOST_TICKS)
  return (
    <>
      {[0, 25, 50, 75, 100].map((v) => (
        <line key={v} className="grid" x1={EDGE.left} x2={WIDTH - EDGE.right} y1={scaleY(v)} y2={scaleY(v)} />
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

const scaleX = (count: number) =>
  scalePoint<number>({
    domain: Array.from({ length: count }, (_, i) => i),
    range: [EDGE.left + 24, WIDTH - EDGE.right - 16],
  })

/** Points on a scale of 0 to 100, with the table of the same numbers behind. */
export function Curve({ title, summary, ticks, names, series }: CurveProps): ReactNode {
  const { i18n } = useLingui()
  const x = scaleX(ticks.length)
  const heights = labelHeights(series)
  const rows = names.map((name, i) => ({
    id: String(i),
    cells: [name, ...series.map((s) => s.values[i] ?? '–')],
  }))
  const head = [i18n._({ id: 'curve.axis', message: 'Attempt' }), ...series.map((s) => s.name)]
  const table = <DataTable caption={title} head={head} rows={rows} />
  return (
    <PlotFrame title={title} summary={summary} width={WIDTH} height={HEIGHT} table={table}>
      <Axes ticks={ticks} x={x} />
      {series.map((s, i) => (
        <Line key={s.name} style={STYLES[i] ?? 'one'} dots={s.values.map((y, n) => ({ x: x(n) ?? 0, y }))} />
      ))}
      {series.map((s, i) => (
        <text key={s.name} x={WIDTH - EDGE.right} y={heights[i]} dy="0.33em" className={`label-${STYLES[i] ?? 'one'}`}>
          {s.name}
        </text>
      ))}
    </PlotFrame>
  )
}
