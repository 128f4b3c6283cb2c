import * as z from 'zod'
import type { ContractDef } from './define.ts'

/** What undo and redo would do next; null where there is nothing. */
export const historyState = z.strictObject({
  undoLabel: z.string().nullable(),
  redoLabel: z.string().nullable(),
})

export type HistoryState = z.output<typeof historyState>

export const historyStep = z.strictObject({
  /** The label of the change that was undone or redone; null where there was nothing to do. */
  label: z.string().nullable(),
  /** Cells left as they are because somebody changed them since. */
  skipped: z.number().int(),
  revision: z.number().int(),
})

export type HistoryStep = z.output<typeof historyStep>

export const history = {
  'history.state': { kind: 'command', input: z.strictObject({}), output: historyState },
  'history.undo': { kind: 'command', input: z.strictObject({}), output: historyStep },
  'history.redo': { kind: 'command', input: z.strictObject({}), output: historyStep },
} as const satisfies ContractDef
