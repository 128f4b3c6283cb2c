import { randomUUID } from 'node:crypto'
import { AppError } from '../../../shared/contract/errors.ts'
import { archive } from '../data-set/archive.ts'
import { readEvidenceFile } from '../evidence/read-evidence-file.ts'
import { headsOf } from '../oplog/heads.ts'
import type { Deletion } from '../oplog/is-deleted.ts'
import { requireSite } from '../site/read-site.ts'
import type { HandlersOfKind } from './handler-types.ts'
import { writeEdit } from './write-edit.ts'
import type { WriterContext } from './writer-context.ts'

type EvidenceMethod = Extract<keyof HandlersOfKind<'command'>, `evidence.${string}`>

/** Documents and photos of sites; each change is one step of undo. */
export function evidenceHandlers(context: WriterContext): Pick<HandlersOfKind<'command'>, EvidenceMethod> {
  const { db, jobs } = context
  const entity = 'evidence'
  return {
    'evidence.attach': ({ siteId, grant, caption, field }) => {
      const { path, name } = context.fileOf(grant)
      requireSite(db, siteId)
      return jobs.start({
        label: `Attach ${name}`,
        unit: 'files',
        run: async (job) => {
          const { file, archivable } = await readEvidenceFile(path, name)
          job.throwIfCancelled()
          writeEdit(context, 'The document', () => {
            archive(db, archivable, context.now())
            const rowId = randomUUID()
            return {
              label: `Attach ${name} to ${requireSite(db, siteId)}`,
              changes: [
                { entity, rowId, field: 'site', value: siteId },
                { entity, rowId, field: 'file', value: file },
                { entity, rowId, field: 'caption', value: caption },
                { entity, rowId, field: 'field', value: field },
              ],
            }
          })
          return null
        },
      })
    },

    'evidence.describe': ({ siteId, evidenceId, caption, field }) =>
      writeEdit(context, 'The document', () => ({
        label: `Describe ${requireEvidence(siteId, evidenceId)}`,
        changes: [
          { entity, rowId: evidenceId, field: 'caption', value: caption },
          { entity, rowId: evidenceId, field: 'field', value: field },
        ],
      })),

    'evidence.remove': ({ siteId, evidenceId }) =>
      writeEdit(context, 'The document', () => {
        const name = requireEvidence(siteId, evidenceId)
        const saw = ['caption', 'field'].flatMap((field) => headsOf(db, { entity, rowId: evidenceId, field }))
        const deletion: Deletion = { saw }
        return {
          label: `Remove ${name} from ${requireSite(db, siteId)}`,
          changes: [{ entity, rowId: evidenceId, field: '_deleted', value: deletion }],
        }
      }),
  }

  function requireEvidence(siteId: string, evidenceId: string): string {
    const name = db
      .prepare(`SELECT file ->> 'fileName' FROM evidence WHERE id = ? AND site_id = ?`)
      .pluck()
      .get(evidenceId, siteId) as string | undefined
    if (name === undefined)
      throw new AppError(
        'not_found',
        `${requireSite(db, siteId)} has no such document any more; look at its documents again.`,
      )
    return name
  }
}
