import { siteField } from '../../../shared/domain/site/site-fields.ts'
import { formatDateTime } from '../../../shared/format/format-date.ts'
import { useApp } from '../stores/use-app.ts'
import { formatValue } from '../ui/format-value.ts'

/** Who changed what and when, newest first. */
export function HistorySection() {
  const changes = useApp((state) => state.changes)
  if (changes.length === 0) return <p className="muted">Nobody has changed this site since it was imported.</p>
  const sorted = [...changes].sort((a, b) => b.at - a.at)
  return (
    <ol>
      {sorted.map((change, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two changes may agree in everything but their place.
        <li className="change" key={`${change.at} ${index}`}>
          <span className="change__when num">{formatDateTime(change.at)}</span>
          <div>
            <div>{change.label}</div>
            <div className="change__value">
              {change.field === null
                ? ''
                : `${siteField(change.field).label}: ${formatValue(change.field, change.value) ?? 'none'} · `}
              {change.author}
            </div>
          </div>
        </li>
      ))}
    </ol>
  )
}
