import { useEffect, useState } from 'react'
import type { PlantOfSite, PlantRecord } from '../../../shared/contract/plants.ts'
import type { SiteDetail } from '../../../shared/contract/sites.ts'
import { formatMw } from '../../../shared/format/format-quantity.ts'
import { useAppStore } from '../stores/use-app.ts'
import '../styles/queue.css'
import { optionLabel } from '../ui/labels.ts'

/** What the EIA's tables say of the plant whose code the site has: its units, and which of them go. */
export function PlantSection({ detail }: { readonly detail: SiteDetail }) {
  const store = useAppStore()
  const [plant, setPlant] = useState<PlantOfSite | null>(null)
  const code = detail.attributes.find(({ field }) => field === 'eiaPlantId')?.value ?? null
  useEffect(() => {
    let isGone = false
    setPlant(null)
    // An import brings the detail anew, and what the tables say with it.
    if (code !== null)
      void store
        .getState()
        .readPlantOfSite(detail.siteId)
        .then((read) => {
          if (!isGone) setPlant(read)
        })
    return () => {
      isGone = true
    }
  }, [store, detail, code])
  if (plant === null || plant.records.length === 0) return null
  const units = plant.records.filter(({ unitId, capacityMw }) => unitId !== null && capacityMw !== null)
  const sources = [...new Set(plant.records.map(({ title, fileName }) => `${title} (${fileName})`))]
  return (
    <section className="record" aria-label={`EIA plant ${plant.plantId}`}>
      <h3 className="section__title">{`EIA plant ${plant.plantId}`}</h3>
      <p>{readingOf(plant)}</p>
      {units.length === 0 ? null : (
        <table className="queue-table">
          <thead>
            <tr>
              <th scope="col">Unit</th>
              <th scope="col">MW</th>
              <th scope="col">Status</th>
              <th scope="col">Retires</th>
            </tr>
          </thead>
          <tbody>
            {units.map((unit) => (
              <tr key={`${unit.dataSet} ${unit.sheet} ${unit.row}`}>
                <th scope="row">{unit.unitId}</th>
                <td>{unit.capacityMw}</td>
                <td title={unit.status ?? undefined}>{unit.stage === null ? unit.status : optionLabel(unit.stage)}</td>
                <td>{unit.retirementYear ?? '–'}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="prices__source">{sources.join('; ')}</p>
      {plant.records.map((record) => (
        <RecordCells key={`${record.dataSet} ${record.sheet} ${record.row}`} record={record} />
      ))}
    </section>
  )
}

function readingOf({ units, nameplateMw, retiredMw, retiringMw, lastRetirementYear }: PlantOfSite): string {
  if (units === 0) return 'The tables name the plant and none of its units.'
  const year = lastRetirementYear === null ? '' : `, the last in ${lastRetirementYear}`
  return `${formatMw(nameplateMw)} nameplate in ${units} ${units === 1 ? 'unit' : 'units'}: ${formatMw(retiredMw)} retired, ${formatMw(retiringMw)} retiring${year}.`
}

function RecordCells({ record }: { readonly record: PlantRecord }) {
  return (
    <details className="plant-record">
      <summary>{[record.dataSet, record.sheet, `row ${record.row}`].filter((part) => part !== '').join(', ')}</summary>
      <dl className="record__cells">
        {record.cells
          .filter(([, value]) => value.trim() !== '')
          .map(([name, value], index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a file may have two columns of one name.
            <div className="plant-record__cell" key={index}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </details>
  )
}
