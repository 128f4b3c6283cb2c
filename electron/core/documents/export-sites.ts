import { setImmediate } from 'node:timers/promises'
import type { SiteColumns } from '../../../shared/columns/site-columns.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import type { ScenarioInput } from '../../../shared/contract/scenario.ts'
import type { SiteDetail } from '../../../shared/contract/sites.ts'
import type { ExportFormat } from '../../../shared/domain/export/export-format.ts'
import { EXPORT_PROFILE_TEXTS, type ExportProfile } from '../../../shared/domain/export/export-profile.ts'
import { rankSites } from '../../../shared/domain/ranking/rank-sites.ts'
import type { Ranking } from '../../../shared/domain/ranking/ranking.ts'
import type { Ruler } from '../../../shared/domain/ranking/ruler.ts'
import { resolveScenario } from '../../../shared/domain/scenario/resolve-scenario.ts'
import { VERDICTS } from '../../../shared/domain/site/strategies.ts'
import type { AnnotationList } from '../annotations/read-annotations.ts'
import { chosenColumns } from './export/chosen-columns.ts'
import { codeName } from './export/code-name.ts'
import { CountyTable } from './export/county-table.ts'
import type { ExportContent, ExportedSite, ExportRow, ExportWriter } from './export/export-content.ts'
import { type ExportedAnnotation, exportedAnnotations } from './export/exported-annotations.ts'
import { sideTables } from './export/side-tables.ts'
import { teaserRow } from './export/teaser-row.ts'
import { exportRow, noteRows, sourceRows } from './export-row.ts'

export interface ExportInput {
  readonly outputFile: string
  readonly format: ExportFormat
  readonly profile: ExportProfile
  /** Names of the columns to write; undefined for all that the profile shows. */
  readonly columnNames?: readonly string[] | undefined
  /** The sites to write; undefined for all. */
  readonly siteIds?: readonly string[] | undefined
  readonly catalogId: string
  /** Holds us_counties.csv, which a teaser needs. */
  readonly referenceFolder: string
  readonly columns: SiteColumns
  detailOf(siteId: string): SiteDetail
  /** The queue projects of the catalog, where they are to go out too. */
  readonly queueRows?: (() => Iterable<ExportRow>) | undefined
  /** What is drawn on the map, where it is to go out too. */
  readonly drawings?: AnnotationList | undefined
  readonly scenario: ScenarioInput
  /** What the score is measured with; the program's own where left out. */
  readonly ruler?: Ruler
  isCancelled(): boolean
  onProgress(done: number, total: number): void
}

const SITES_A_PIECE = 250

/**
 * Writes sites with their fields and what ranking says of them under the scenario, as much as the profile shows: best
 * first, but a teaser in the order of its code names, since the order is a judgement too.
 * @throws AppError bad_input for a scenario or a column that is none, cancelled, or disk.
 */
export async function exportSites(input: ExportInput): Promise<void> {
  const resolved = resolveScenario(input.scenario)
  if (!resolved.ok) throw new AppError('bad_input', resolved.reason)
  const columns = chosenColumns(input.profile, input.columnNames)
  const ranking = rankSites(input.columns, resolved.scenario, input.ruler)
  const rows = rowsToWrite(input, ranking)
  const content: ExportContent = {
    title: `Switchyard sites, ${EXPORT_PROFILE_TEXTS[input.profile].label}`,
    profile: input.profile,
    columns,
    sideTables: sideTables(input.profile, columns, input.queueRows !== undefined),
    annotations: drawingsToWrite(input),
    sites: () => exportedSites(input, ranking, rows, content),
    queue: () => input.queueRows?.() ?? [],
  }
  const write = await writerOf(input.format)
  await write(input.outputFile, content)
}

/** The drawings of the sites that are written, and those of the region where all sites are. */
function drawingsToWrite({ drawings, siteIds, profile }: ExportInput): readonly ExportedAnnotation[] {
  if (!drawings) return []
  const wanted = siteIds === undefined ? null : new Set<string | null>(siteIds)
  const annotations = drawings.annotations.filter(({ siteId }) => wanted === null || wanted.has(siteId))
  return exportedAnnotations(annotations, drawings.groups, profile)
}

function rowsToWrite(input: ExportInput, ranking: Ranking): readonly number[] {
  const wanted = input.siteIds === undefined ? null : new Set(input.siteIds)
  const { ids } = input.columns
  const rows = [...ranking.order].filter((row) => wanted === null || wanted.has(ids[row] ?? ''))
  if (input.profile !== 'teaser') return rows
  const names = new Map(rows.map((row) => [row, codeName(input.catalogId, ids[row] ?? '')]))
  return rows.sort((a, b) => ((names.get(a) ?? '') < (names.get(b) ?? '') ? -1 : 1))
}

async function* exportedSites(
  input: ExportInput,
  ranking: Ranking,
  rows: readonly number[],
  content: ExportContent,
): AsyncGenerator<ExportedSite> {
  const names = content.columns.map((column) => column.name)
  const shown = new Set(names)
  const hasTable = (name: string) => content.sideTables.some((table) => table.name === name)
  const withNotes = hasTable('notes')
  const withSources = hasTable('sources')
  const counties = input.profile === 'teaser' ? CountyTable.read(input.referenceFolder) : null
  for (const [index, row] of rows.entries()) {
    const siteId = input.columns.ids[row] ?? ''
    const detail = input.detailOf(siteId)
    const whole = exportRow(detail, ranking, row)
    if (counties !== null) {
      const teaser = teaserRow(whole, names, codeName(input.catalogId, siteId), counties)
      const position = teaser.position && ([teaser.position.longitude, teaser.position.latitude] as const)
      const title = codeName(input.catalogId, siteId)
      yield { row: teaser.row, position, title, verdict: null, notes: [], sources: [] }
    } else {
      const { latitude, longitude } = whole
      yield {
        row: Object.fromEntries(names.map((name) => [name, whole[name] ?? null])),
        position: typeof latitude === 'number' && typeof longitude === 'number' ? [longitude, latitude] : null,
        title: titleOf(whole, shown) ?? `Site ${index + 1}`,
        verdict: input.profile === 'internal' ? (VERDICTS[ranking.verdict[row] ?? -1] ?? null) : null,
        notes: withNotes ? noteRows(detail) : [],
        sources: withSources ? sourceRows(detail, (name) => shown.has(name)) : [],
      }
    }
    if ((index + 1) % SITES_A_PIECE !== 0 && index + 1 !== rows.length) continue
    input.onProgress(index + 1, rows.length)
    await setImmediate()
    if (input.isCancelled()) throw new AppError('cancelled', 'The export was cancelled; no file was written.')
  }
}

/** What the file may call the site: by a column that is shown, or not at all. */
function titleOf(row: ExportRow, shown: ReadonlySet<string>): string | undefined {
  const name = ['name', 'site_id'].find((each) => shown.has(each) && row[each] !== null)
  return name === undefined ? undefined : String(row[name])
}

/** Formats are loaded when they are first asked for: most exports need one of them. */
async function writerOf(format: ExportFormat): Promise<ExportWriter> {
  switch (format) {
    case 'csv':
      return (await import('./export/write-csv.ts')).writeCsv
    case 'geojson':
      return (await import('./export/write-geojson.ts')).writeGeojson
    case 'xlsx':
      return (await import('./export/write-workbook.ts')).writeWorkbook
    case 'kml':
      return (await import('./export/write-kml.ts')).writeKml
    case 'kmz':
      return (await import('./export/write-kmz.ts')).writeKmz
    case 'gpkg':
      return (await import('./export/write-geopackage.ts')).writeGeopackage
    case 'shp':
      return (await import('./export/write-shapefile.ts')).writeShapefile
  }
}
