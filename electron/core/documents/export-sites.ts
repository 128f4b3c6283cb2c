import { setImmediate } from 'node:timers/promises'
import type { SiteColumns } from '../../../shared/columns/site-columns.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import type { ScenarioInput } from '../../../shared/contract/scenario.ts'
import type { SiteDetail } from '../../../shared/contract/sites.ts'
import { rankSites } from '../../../shared/domain/ranking/rank-sites.ts'
import { resolveScenario } from '../../../shared/domain/scenario/resolve-scenario.ts'
import { csvLine } from './csv-cell.ts'
import { EXPORT_NAMES, type ExportRow, exportRow } from './export-row.ts'
import { geojsonFeature } from './geojson-feature.ts'
import { writeInPlace } from './write-in-place.ts'

export interface ExportInput {
  readonly outputFile: string
  readonly format: 'csv' | 'geojson'
  readonly columns: SiteColumns
  detailOf(siteId: string): SiteDetail
  readonly scenario: ScenarioInput
  isCancelled(): boolean
  onProgress(done: number, total: number): void
}

const SITES_A_PIECE = 250

/**
 * Writes all sites, best first, with every field and what ranking says of them under the scenario. CSV is
 * UTF-8 with CR LF; GeoJSON is one FeatureCollection.
 * @throws AppError bad_input for a scenario that is none, cancelled, or disk.
 */
export async function exportSites(input: ExportInput): Promise<void> {
  const resolved = resolveScenario(input.scenario)
  if (!resolved.ok) throw new AppError('bad_input', resolved.reason)
  const ranking = rankSites(input.columns, resolved.scenario)
  const format = input.format === 'csv' ? CSV : GEOJSON
  const { count, ids } = input.columns
  await writeInPlace(input.outputFile, async (handle) => {
    await handle.write(format.head)
    for (let from = 0; from < count; from += SITES_A_PIECE) {
      const rows = [...ranking.order.subarray(from, from + SITES_A_PIECE)]
      const pieces = rows.map((row, index) => {
        const text = format.site(exportRow(input.detailOf(ids[row] ?? ''), ranking, row))
        return from + index === 0 ? text : format.between + text
      })
      await handle.write(pieces.join(''))
      input.onProgress(Math.min(from + SITES_A_PIECE, count), count)
      await setImmediate()
      if (input.isCancelled()) throw new AppError('cancelled', 'The export was cancelled; no file was written.')
    }
    await handle.write(format.foot)
  })
}

interface ExportFormat {
  readonly head: string
  readonly between: string
  readonly foot: string
  site(row: ExportRow): string
}

const CSV: ExportFormat = {
  head: csvLine(EXPORT_NAMES),
  between: '',
  foot: '',
  site: (row) => csvLine(EXPORT_NAMES.map((name) => row[name] ?? null)),
}

const GEOJSON: ExportFormat = {
  head: '{"type":"FeatureCollection","features":[\n',
  between: ',\n',
  foot: '\n]}\n',
  site: geojsonFeature,
}
