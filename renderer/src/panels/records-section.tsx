import type { SiteDetail } from '../../../shared/contract/sites.ts'
import { SourceLink } from '../ui/source-link.tsx'

/** The rows of imported files that speak of this site, word for word. */
export function RecordsSection({ detail }: { readonly detail: SiteDetail }) {
  if (detail.records.length === 0) return <p className="muted">No imported list of sites names this site.</p>
  return detail.records.map((record) => (
    <section className="record" key={`${record.dataSet} ${record.rowNumber}`}>
      <h3 className="section__title">{`${record.dataSet}, row ${record.rowNumber}`}</h3>
      <p className="record__head">
        <SourceLink source={record.source} />
      </p>
      <dl className="record__cells">
        {record.cells
          .filter(([, value]) => value !== '')
          .map(([name, value], index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a file may have two columns of one name.
            <RecordCell key={index} name={name} value={value} />
          ))}
      </dl>
    </section>
  ))
}

function RecordCell({ name, value }: { readonly name: string; readonly value: string }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{/^https:\/\/\S+$/.test(value) ? <SourceLink source={value} /> : value}</dd>
    </>
  )
}
