import type { GrantedFile } from '../../../shared/contract/app.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import type { ImportReport, JobSnapshot } from '../../../shared/contract/jobs.ts'
import type { TableMapping } from '../../../shared/contract/mappings.ts'
import { type ImportItem, isDocument, isMoving, isReady, isTableOfSites } from '../imports/import-item.ts'
import { nearestSites } from '../imports/nearest-sites.ts'
import { isNamedAsTiles, withoutTiles } from '../tiles/tile-files.ts'
import type { SliceTools } from './app-state.ts'
import { sentenceOf } from './notice-slice.ts'

export interface ImportSlice {
  /** The files of the import dialog, in the order they came; none while it is closed. */
  readonly importItems: readonly ImportItem[]
  pickImport(): Promise<void>
  dropImports(files: readonly File[]): Promise<void>
  /** Says which site a document is to be kept with. */
  keepDocumentWith(key: number, siteId: string): void
  leaveImportOut(key: number): void
  /** Checks a table whose columns become what a mapping says. */
  checkMapped(key: number, mapping: TableMapping): Promise<void>
  /** Checks a map that is taken in otherwise: a format id, or null as a reference layer. */
  checkAs(key: number, format: string | null): Promise<void>
  /** Checks a map whose coordinates are in the system of an EPSG code. */
  checkIn(key: number, coordinateSystem: string): Promise<void>
  /** Imports every file that was checked and would change something. */
  commitImports(): Promise<void>
  closeImport(): void
}

export function importSlice({ set, get, ports }: SliceTools): ImportSlice {
  let lastKey = 0

  const itemOf = (key: number) => get().importItems.find((item) => item.key === key)
  const change = (key: number, changes: Partial<ImportItem>): void =>
    set((state) => ({
      importItems: state.importItems.map((item) => (item.key === key ? { ...item, ...changes } : item)),
    }))
  const leaveOut = (key: number): void =>
    set((state) => ({ importItems: state.importItems.filter((item) => item.key !== key) }))

  function add(fileName: string): number {
    lastKey += 1
    const item: ImportItem = {
      ...{ coordinateSystem: null, asksForSystem: false },
      ...{ key: lastKey, fileName, step: 'waiting', share: 0 },
      ...{
        jobId: null,
        file: null,
        report: null,
        message: null,
        siteId: null,
        proposal: null,
        mapping: null,
        format: null,
      },
    }
    set((state) => ({ importItems: [...state.importItems.filter((each) => each.step !== 'done'), item] }))
    return item.key
  }

  /** Does a step of one file; a cancelled file leaves the dialog, a failed one says why. */
  async function attempt(key: number, work: () => Promise<void>): Promise<void> {
    try {
      await work()
    } catch (error) {
      if (error instanceof AppError && error.code === 'cancelled') leaveOut(key)
      else {
        const asksForSystem = error instanceof AppError && error.code === 'unknown_coordinates'
        change(key, { step: 'failed', message: sentenceOf(error), asksForSystem })
      }
    }
  }

  async function ended(key: number, step: 'checking' | 'importing', start: Promise<{ jobId: string }>) {
    change(key, { step, jobId: null })
    const { jobId } = await start
    change(key, { jobId })
    return get().jobEnd(jobId)
  }

  async function check(key: number, granted: () => Promise<GrantedFile>): Promise<void> {
    await attempt(key, async () => {
      const file = await granted()
      if (!itemOf(key)) return
      change(key, { file })
      const job = await ended(key, 'checking', ports.client['imports.start']({ grant: file.grant, dryRun: true }))
      const report = reportOf(job)
      change(key, { step: 'review', report, siteId: report.kind === 'document' ? siteFor(report) : null })
    })
    const item = itemOf(key)
    if (!item) return
    // A table that nobody knows is shown column by column, and so is one whose headings somebody has mapped before.
    if (item.step === 'failed' && !item.asksForSystem) await get().openMapping(key)
    else if (isTableOfSites(item) && (await hasMappings())) await get().openMapping(key, { isSavedOnly: true })
  }

  async function hasMappings(): Promise<boolean> {
    try {
      return (await ports.client['mappings.list']({})).length > 0
    } catch (error) {
      get().report(error)
      return false
    }
  }

  /** Checks a file anew, read as the user says. */
  async function checkAgain(
    key: number,
    reading: Partial<Pick<ImportItem, 'mapping' | 'format' | 'coordinateSystem'>>,
  ): Promise<void> {
    change(key, reading)
    await attempt(key, async () => {
      const item = itemOf(key)
      if (!item?.file) return
      const start = ports.client['imports.start']({ ...readingOf(item, item.file), dryRun: true })
      change(key, { step: 'review', report: reportOf(await ended(key, 'checking', start)), message: null })
    })
  }

  function readingOf({ mapping, format, coordinateSystem }: ImportItem, { grant }: GrantedFile) {
    return {
      grant,
      ...(mapping === null ? {} : { mapping }),
      ...(format === null ? {} : { format }),
      ...(coordinateSystem === null ? {} : { coordinateSystem }),
    }
  }

  /** The site that a document most likely speaks of: the selected one, else the one where the photo was taken. */
  function siteFor(report: ImportReport): string | null {
    const { selectedId, columns } = get()
    return selectedId ?? (columns === null ? null : (nearestSites(columns, report)[0]?.siteId ?? null))
  }

  async function commit(item: ImportItem, file: GrantedFile): Promise<void> {
    const { key, fileName, siteId } = item
    await attempt(key, async () => {
      if (isDocument(item) && siteId !== null) {
        await ended(key, 'importing', ports.client['evidence.attach']({ siteId, grant: file.grant }))
        leaveOut(key)
        get().notify('done', `Attached ${fileName}.`)
        return
      }
      const start = ports.client['imports.start'](readingOf(item, file))
      const report = reportOf(await ended(key, 'importing', start))
      if (report.rejectedCount > 0 || isNextEdition(report)) change(key, { step: 'done', report })
      else leaveOut(key)
      get().notify(
        'done',
        `Imported ${fileName}: ${report.added} added, ${report.updated} updated, ${report.removed} removed.`,
      )
    })
  }

  return {
    importItems: [],
    async pickImport() {
      try {
        for (const file of await ports.files.pick()) {
          if (isNamedAsTiles(file.name)) await get().addTiles(file)
          else await check(add(file.name), () => Promise.resolve(file))
        }
      } catch (error) {
        get().report(error)
      }
    },
    async dropImports(dropped) {
      const { tiles, files } = await withoutTiles(dropped)
      if (tiles.length > 0) await get().dropTiles(tiles)
      const waiting = files.map((file) => [add(file.name), file] as const)
      for (const [key, file] of waiting) {
        if (!itemOf(key)) continue
        change(key, { step: 'sending' })
        await check(key, () => ports.files.receive(file, (share) => change(key, { share })))
      }
    },
    keepDocumentWith: (key, siteId) => change(key, { siteId }),
    leaveImportOut: leaveOut,
    checkMapped: (key, mapping) => checkAgain(key, { mapping }),
    checkAs: (key, format) => checkAgain(key, { format }),
    checkIn: (key, coordinateSystem) => checkAgain(key, { coordinateSystem }),
    async commitImports() {
      for (const item of get().importItems.filter(isReady)) if (item.file !== null) await commit(item, item.file)
      // What is left was left out on purpose: a file that changes nothing, or a document without a site.
      if (get().importItems.every(({ step }) => step === 'review')) set({ importItems: [] })
      await Promise.all([get().refresh(), get().refreshDetail(), get().refreshHistory()])
    },
    closeImport: () => {
      if (!get().importItems.some(isMoving)) set({ importItems: [] })
    },
  }
}

/** True for a queue of which the catalog has an older edition, so that there is something to compare. */
function isNextEdition({ kind, added, records }: ImportReport): boolean {
  return kind === 'queue' && added < records
}

/** @throws AppError where a job ended without saying what it did. */
function reportOf({ result }: JobSnapshot): ImportReport {
  if (result?.type !== 'import') throw new AppError('internal', 'The import ended without a report; try it again.')
  return result
}
