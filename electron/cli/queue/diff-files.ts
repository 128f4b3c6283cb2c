import path from 'node:path'
import { AppError } from '../../../shared/contract/errors.ts'
import { diffQueues, type QueueDiff } from '../../../shared/domain/queue/diff-queues.ts'
import { countChanges, queueChanges } from '../../../shared/domain/queue/queue-changes.ts'
import { queueDiffJson, queueFieldName } from '../../../shared/domain/queue/queue-json.ts'
import { openQueueFile, type QueueFile } from '../../core/queue/open-queue-file.ts'
import { resourceFolders } from '../../host/paths.ts'
import type { CommandContext, CommandResult } from '../command.ts'
import { textTable } from '../text-table.ts'

const MOST_LISTED = 20

/** What changed from one file of a queue to a later one. No catalog is opened. */
export async function diffFiles(context: CommandContext, before: string, after: string): Promise<CommandResult> {
  const open = (file: string) =>
    openQueueFile(
      { path: context.userPath(file), name: path.basename(file) },
      resourceFolders().reference,
      context.signal,
    )
  const [old, now] = [await open(before), await open(after)]
  if (old.format.split('-')[0] !== now.format.split('-')[0])
    throw new AppError(
      'bad_input',
      `"${before}" is ${old.title} and "${after}" is ${now.title}; choose two editions of one queue.`,
    )
  const diff = diffQueues(old.projects, now.projects)
  return { json: queueDiffJson(diff), text: diffText(old, now, diff) }
}

function diffText(old: QueueFile, now: QueueFile, diff: QueueDiff): string {
  const counts = `${diff.compared} projects compared: ${diff.added.length} new, ${diff.removed.length} gone, ${diff.changed.length} changed`
  const kinds = countChanges(queueChanges(diff)).map(
    ({ kind, projects, mw }) => `  ${kind}: ${projects} (${Math.round(mw)} MW)`,
  )
  const moves = Object.entries(diff.stageMoves).sort((a, b) => b[1] - a[1])
  const rows = diff.changed
    .slice(0, MOST_LISTED)
    .flatMap(({ queueId, fields }) =>
      Object.entries(fields).map(([field, [was, is]], index) => [
        index === 0 ? queueId : '',
        queueFieldName(field as keyof typeof fields),
        String(was ?? ''),
        String(is ?? ''),
      ]),
    )
  return [
    `${old.title} -> ${now.title}`,
    counts,
    ...kinds,
    ...moves.map(([move, count]) => `  ${count} ${move}`),
    '',
    textTable(
      [{ heading: 'Project' }, { heading: 'Field' }, { heading: 'Was', maxWidth: 40 }, { heading: 'Is', maxWidth: 40 }],
      rows,
    ),
    ...(diff.changed.length > MOST_LISTED ? [`and ${diff.changed.length - MOST_LISTED} more; --json has all`] : []),
  ].join('\n')
}
