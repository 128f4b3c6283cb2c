import { editOfQueueFill, planQueueFill, reportOfQueueFill } from '../queue/fill-from-queue.ts'
import type { HandlersOfKind } from './handler-types.ts'
import { writeEdit } from './write-edit.ts'
import type { WriterContext } from './writer-context.ts'

type QueueMethod = Extract<keyof HandlersOfKind<'command'>, `queue.${string}`>

/** What the writer answers about queues: what they say for all sites of which it is unknown. */
export function queueHandlers(context: WriterContext): Pick<HandlersOfKind<'command'>, QueueMethod> {
  const { db } = context
  return {
    'queue.fill': async ({ fields, dryRun }) => {
      const plan = await planQueueFill(db, [...new Set(fields)])
      const report = reportOfQueueFill(plan)
      if (dryRun || plan.fills.length === 0) return { ...report, revision: null }
      const { label, revision } = writeEdit(context, 'What the queues say', () => editOfQueueFill(db, plan))
      return { ...report, label, revision }
    },
  }
}
