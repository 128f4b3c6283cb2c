import * as z from 'zod'
import { historyState } from './history.ts'
import { jobSnapshot } from './jobs.ts'

/** What the core tells every window, unasked. */
export const appEvent = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('job'), job: jobSnapshot }),
  z.strictObject({
    type: z.literal('catalog'),
    revision: z.number().int(),
    history: historyState,
    /** Of what kinds the changed rows are: `site`, `annotation`, `comment`; left out where it may be any. */
    changed: z.array(z.string().max(40)).optional(),
  }),
  /** The desktop menu's items that the page carries out. */
  z.strictObject({
    type: z.literal('menu'),
    command: z.enum(['import', 'export', 'memo', 'undo', 'redo', 'search', 'theme']),
  }),
])

export type AppEvent = z.output<typeof appEvent>
export type MenuCommand = Extract<AppEvent, { type: 'menu' }>['command']
