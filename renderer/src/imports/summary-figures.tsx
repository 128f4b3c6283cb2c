import type { ImportReport } from '../../../shared/contract/jobs.ts'
import { formatNumber } from '../../../shared/format/format-quantity.ts'

/** Most entries of one figure that are shown; a queue may name fifty states. */
const MOST_SHOWN = 8

/** The figures of what was read: how many projects in each stage, the range of prices, the kinds of geometry. */
export function SummaryFigures({ summary }: Pick<ImportReport, 'summary'>) {
  const figures = Object.entries(summary).flatMap(([name, value]) => {
    const text = figureText(value)
    return text === null ? [] : [[plainName(name), text] as const]
  })
  if (figures.length === 0) return null
  return (
    <dl className="import-figures">
      {figures.map(([name, text]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd className="num">{text}</dd>
        </div>
      ))}
    </dl>
  )
}

function figureText(value: unknown): string | null {
  if (typeof value === 'number') return formatFigure(value)
  if (typeof value === 'string') return value === '' ? null : value
  if (Array.isArray(value)) {
    const parts = value.flatMap((each) => figureText(each) ?? [])
    return parts.length === 0 ? null : parts.slice(0, MOST_SHOWN).join(', ')
  }
  if (typeof value !== 'object' || value === null) return null
  const entries = Object.entries(value).filter((entry): entry is [string, number] => typeof entry[1] === 'number')
  if (entries.length === 0) return null
  const sorted = entries.sort((a, b) => b[1] - a[1])
  const shown = sorted.slice(0, MOST_SHOWN).map(([name, count]) => `${plainName(name)} ${formatFigure(count)}`)
  return [...shown, ...(sorted.length > MOST_SHOWN ? [`${sorted.length - MOST_SHOWN} more`] : [])].join(' · ')
}

function plainName(name: string): string {
  return name
    .replaceAll('_', ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .replace(/ Utc$/, ', UTC')
}

function formatFigure(value: number): string {
  return Number.isInteger(value) ? formatNumber(value) : String(Number(value.toPrecision(6)))
}
