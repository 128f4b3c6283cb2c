import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { AppError } from '../../shared/contract/errors.ts'
import type { JobSnapshot } from '../../shared/contract/jobs.ts'
import { writeInPlace } from '../core/documents/write-in-place.ts'
import type { CommandContext } from './command.ts'
import { finishJob } from './finish-job.ts'
import type { Session } from './session.ts'

/**
 * Runs a job that makes a document and puts the document where the user wants it; what stood there before stays
 * until the new one is whole. Answers the path and the size.
 */
export async function saveDocument(
  session: Session,
  context: CommandContext,
  start: () => Promise<{ jobId: string }>,
): Promise<{ file: string; bytes: number }> {
  const file = context.userPath(String(context.options['out']))
  // Said before the work is done, not after it.
  const there = await stat(file).catch(() => null)
  if (there?.isDirectory()) throw new AppError('bad_input', `${file} is a folder; name a file in it.`)
  const result: JobSnapshot['result'] = await finishJob(session, context, start)
  if (result.type !== 'file') throw new AppError('internal', 'No document was made; try again.')
  const made = session.grants.resolveMade(result.grant)
  await writeInPlace(file, async (handle) => {
    for await (const piece of createReadStream(made.path)) await handle.write(piece as Buffer)
  })
  return { file, bytes: result.size }
}
