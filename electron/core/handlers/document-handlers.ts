import { randomUUID } from 'node:crypto'
import { mkdir, rm, stat } from 'node:fs/promises'
import path from 'node:path'
import type { FileResult } from '../../../shared/contract/jobs.ts'
import type { ScenarioInput } from '../../../shared/contract/scenario.ts'
import { MOST_ANNOTATIONS } from '../../../shared/domain/annotations/annotation-limits.ts'
import { EXPORT_FORMAT_TEXTS } from '../../../shared/domain/export/export-format.ts'
import type { ExportProfile } from '../../../shared/domain/export/export-profile.ts'
import { ASSUMPTIONS } from '../../../shared/domain/scenario/assumption-defs.ts'
import { resolveScenario } from '../../../shared/domain/scenario/resolve-scenario.ts'
import { readAnnotations } from '../annotations/read-annotations.ts'
import { appVersion } from '../app-version.ts'
import { readThreads } from '../comments/read-comments.ts'
import type { CoreOptions } from '../core-options.ts'
import type { Db } from '../db/database.ts'
import { openReader } from '../db/open-catalog.ts'
import { writeDeckFile } from '../deck/deck-document.ts'
import { readDeckVersion, requireDeck } from '../deck/read-decks.ts'
import { writeInPlace } from '../documents/write-in-place.ts'
import { readEvidenceContent } from '../evidence/read-evidence-content.ts'
import type { Job, Jobs } from '../jobs.ts'
import { readSavedLand } from '../land/read-land.ts'
import { readNearbyOfSite } from '../nearby/nearby-of-site.ts'
import { rulerOf } from '../ruler/read-rulers.ts'
import { readChanges } from '../site/read-changes.ts'
import { readColumns } from '../site/read-columns.ts'
import { readSite, requireSite } from '../site/read-site.ts'
import { readSummary } from '../site/read-summary.ts'
import type { HandlersOfKind } from './handler-types.ts'

/** Most changes, drawings and comments that a memo is given. */
const MEMO_CHANGES = 200
const MEMO_DRAWINGS = 500
const MEMO_THREADS = 500

/** What the document worker answers: jobs whose result is a file. */
export function documentHandlers(db: Db, options: CoreOptions, jobs: Jobs): HandlersOfKind<'document'> {
  return {
    'memos.start': ({ siteId, scenario, ruler: rulerId, peakHours }) => {
      const siteName = requireSite(db, siteId)
      const ruler = rulerOf(db, rulerId)
      return jobs.start({
        label: `Memo of ${siteName}`,
        unit: 'pages',
        run: (job) =>
          writeDocument(options.outputFolder, `${fileNameOf(siteName)}-memo.pdf`, async (outputFile) => {
            const { writeMemo } = await import('../documents/memo/write-memo.ts')
            const { readMarkets } = await import('../documents/memo/read-markets.ts')
            // Read in one transaction, so that the memo's pages speak of one and the same catalog.
            const content = db.transaction(() => {
              const columns = readColumns(db)
              const site = readSite(db, siteId)
              return {
                columns,
                site,
                ...readMarkets(db, site, columns, { scenario, peakHours }),
                changes: readChanges(db, siteId, MEMO_CHANGES),
                summary: readSummary(db),
                drawings: readAnnotations(db, { siteId, limit: MEMO_DRAWINGS }).annotations,
                openThreads: readThreads(db, { siteId, isResolved: false, limit: MEMO_THREADS }).threads,
                near: readNearbyOfSite(db, siteId, reachOf(scenario), options.resources.basemap),
                land: readSavedLand(db, siteId),
              }
            })()
            await writeMemo({
              ...content,
              outputFile,
              resources: options.resources,
              scenario,
              ruler,
              author: options.author,
              nowMs: Date.now(),
              appVersion: appVersion(),
              ...progressOf(job),
            })
            job.throwIfCancelled()
          }),
      })
    },

    'decks.export': ({ deckId, version }) => {
      const deck = version === undefined ? requireDeck(db, deckId) : readDeckVersion(db, deckId, version)
      return jobs.start({
        label: `Export deck ${deck.name}`,
        unit: 'decks',
        run: () =>
          writeDocument(options.outputFolder, `${fileNameOf(deck.name)}-v${deck.version}.deck.json`, (outputFile) =>
            writeInPlace(outputFile, async (handle) => void (await handle.write(writeDeckFile(deck)))),
          ),
      })
    },

    'annotations.export': ({ format, profile, siteId }) => {
      const { label, fileExtension } = EXPORT_FORMAT_TEXTS[format]
      const site = siteId === undefined ? null : requireSite(db, siteId)
      return jobs.start({
        label: `Export annotations as ${label}`,
        unit: 'annotations',
        run: () =>
          writeDocument(
            options.outputFolder,
            `${site === null ? 'switchyard' : fileNameOf(site)}-annotations.${fileExtension}`,
            async (outputFile) => {
              const { exportAnnotations } = await import('../documents/export-annotations.ts')
              const drawings = readAnnotations(db, { siteId, limit: MOST_ANNOTATIONS })
              await exportAnnotations({ outputFile, format, profile, drawings })
            },
          ),
      })
    },

    'evidence.save': ({ evidenceId }) => {
      const { name, bytes } = readEvidenceContent(db, evidenceId)
      return jobs.start({
        label: `Save ${name}`,
        unit: 'files',
        run: () =>
          writeDocument(options.outputFolder, name, (outputFile) =>
            writeInPlace(outputFile, async (handle) => void (await handle.write(bytes))),
          ),
      })
    },

    'exports.start': ({ format, profile, columns, siteIds, withQueue, withAnnotations, scenario, ruler: rulerId }) => {
      const ruler = rulerOf(db, rulerId)
      const { label, fileExtension } = EXPORT_FORMAT_TEXTS[format]
      return jobs.start({
        label: `Export sites as ${label}`,
        unit: 'sites',
        run: (job) =>
          writeDocument(options.outputFolder, exportFileName(profile, fileExtension), async (outputFile) => {
            const { exportSites } = await import('../documents/export-sites.ts')
            const { queueRows } = await import('../documents/export/queue-rows.ts')
            // A connection of its own keeps one view of the catalog for as long as the export takes, whatever is
            // edited or imported meanwhile.
            const view = openReader(options.catalogFile)
            try {
              view.exec('BEGIN')
              await exportSites({
                outputFile,
                format,
                profile,
                columnNames: columns,
                siteIds,
                catalogId: readSummary(view).catalogId,
                referenceFolder: options.resources.reference,
                columns: readColumns(view),
                detailOf: (siteId: string) => readSite(view, siteId),
                drawings: withAnnotations ? readAnnotations(view, { limit: MOST_ANNOTATIONS }) : undefined,
                queueRows: withQueue ? () => queueRows(view) : undefined,
                scenario,
                ruler,
                ...progressOf(job),
              })
              job.throwIfCancelled()
            } finally {
              view.close()
            }
          }),
      })
    },
  }
}

/** How far a memo looks around its site; a scenario that is none is told of by the memo itself. */
function reachOf(scenario: ScenarioInput) {
  const resolved = resolveScenario(scenario)
  const of = (key: 'nearbyRadiusMi' | 'routeFactor') =>
    resolved.ok ? resolved.scenario.assumptions[key] : ASSUMPTIONS[key].default
  return { radiusMi: of('nearbyRadiusMi'), routeFactor: of('routeFactor') }
}

/** The profile stands in the name, so that nobody sends the wrong file. */
function exportFileName(profile: ExportProfile, fileExtension: string): string {
  return `switchyard-sites${profile === 'internal' ? '' : `-${profile}`}.${fileExtension}`
}

function progressOf(job: Job) {
  return {
    isCancelled: () => job.isCancelled(),
    onProgress: (done: number, total: number) => job.progress(done, total),
  }
}

/** Writes a document under a fresh grant; a half-written one is taken away. */
async function writeDocument(
  outputFolder: string,
  name: string,
  write: (outputFile: string) => Promise<void>,
): Promise<FileResult> {
  const grant = randomUUID()
  const file = path.join(outputFolder, grant)
  await mkdir(outputFolder, { recursive: true, mode: 0o700 })
  try {
    await write(file)
    return { type: 'file', grant, name, size: (await stat(file)).size }
  } catch (error) {
    await rm(file, { force: true })
    throw error
  }
}

/** A site's name as a file name: letters and digits with dashes between. */
function fileNameOf(name: string): string {
  const slug = name
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .match(/[\p{L}\p{N}]+/gu)
    ?.join('-')
    .slice(0, 80)
  return slug || 'site'
}
