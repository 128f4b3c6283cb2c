import type { GrantedFile } from '../../../shared/contract/app.ts'
import type { ImportReport } from '../../../shared/contract/jobs.ts'
import { isMapFormat } from '../../../shared/contract/map-readings.ts'
import type { TableMapping, TableProposal } from '../../../shared/contract/mappings.ts'

/**
 * One file on its way into the catalog. It waits, is sent to the host and checked without changing anything; then it
 * is up to the user; then it is imported or left out.
 */
export interface ImportItem {
  readonly key: number
  readonly fileName: string
  readonly step: 'waiting' | 'sending' | 'checking' | 'mapping' | 'review' | 'importing' | 'done' | 'failed'
  /** Of a file that is being sent, 0 to 1. */
  readonly share: number
  readonly jobId: string | null
  readonly file: GrantedFile | null
  /** Of the check, then of the import. */
  readonly report: ImportReport | null
  /** Why it was not imported. */
  readonly message: string | null
  /** What its columns would become, while the user says so. */
  readonly proposal: TableProposal | null
  /** What its columns become; null where its own headings say so. */
  readonly mapping: TableMapping | null
  /** How a map is taken in where not as a reference layer: a format id of shared/contract/map-readings.ts. */
  readonly format: string | null
  /** EPSG code of a map's coordinates where the user has named it; null as the file says. */
  readonly coordinateSystem: string | null
  /** True where the file was not read because nothing says what its coordinates are. */
  readonly asksForSystem: boolean
  /** The site that a document or photo is to be kept with; null until one is chosen. */
  readonly siteId: string | null
}

/** True for what is kept with a site and has no rows. */
export function isDocument(item: ImportItem): boolean {
  return item.report?.kind === 'document'
}

/** True for a list of sites whose columns can be mapped otherwise. */
export function isTableOfSites({ report }: ImportItem): boolean {
  return report !== null && /^sites-(csv|xlsx|mapped)$/.test(report.format)
}

/** True for a map, whose features can be taken in as a layer, as sites or as drawings. */
export function isMap({ report }: ImportItem): boolean {
  return report !== null && isMapFormat(report.format)
}

/** True for a file that was checked and would change something when imported. */
export function isReady(item: ImportItem): boolean {
  if (item.step !== 'review' || item.report === null) return false
  if (isDocument(item)) return item.siteId !== null
  return item.report.added + item.report.updated + item.report.removed > 0
}

/** True while Switchyard works on the file. */
export function isMoving({ step }: ImportItem): boolean {
  return step === 'waiting' || step === 'sending' || step === 'checking' || step === 'importing'
}
