import * as z from 'zod'
import type { ContractDef } from './define.ts'
import { fileGrant } from './values.ts'

export const appInfo = z.strictObject({
  version: z.string(),
  host: z.enum(['desktop', 'browser', 'command_line']),
  /** Where the catalog lies, to show to the user; nothing accepts it back. */
  catalogLocation: z.string(),
  author: z.string(),
  /** Why this is not the desktop window, and how to get one; null in the desktop app. */
  notice: z.string().nullable(),
})

/** Remembered choices of the user, by name. */
export const settings = z.record(z.string().max(60), z.json())

export const grantedFile = z.strictObject({ grant: fileGrant, name: z.string(), size: z.number().int() })

export type AppInfo = z.output<typeof appInfo>
export type Settings = z.output<typeof settings>
export type GrantedFile = z.output<typeof grantedFile>

export const app = {
  'app.info': { kind: 'host', input: z.strictObject({}), output: appInfo },
  'settings.read': { kind: 'host', input: z.strictObject({}), output: settings },
  /** Merges the given names into the remembered ones. */
  'settings.write': { kind: 'host', input: z.strictObject({ patch: settings }), output: z.strictObject({}) },
  /** The desktop's open dialog; none when the user cancels. The browser host refuses it: there the page uploads. */
  'files.pickToOpen': { kind: 'host', input: z.strictObject({}), output: z.array(grantedFile) },
  /** The desktop's save dialog for a file the app made; false when the user cancels. */
  'files.save': {
    kind: 'host',
    input: z.strictObject({ grant: fileGrant, name: z.string().max(255) }),
    output: z.boolean(),
  },
  /** Hands over a dropped file piece by piece, where no upload exists: the first piece names it. */
  'files.receive': {
    kind: 'host',
    input: z.strictObject({
      grant: fileGrant.optional(),
      name: z.string().max(255),
      bytes: z
        .instanceof(Uint8Array)
        .refine((piece) => piece.byteLength <= 4 * 1024 * 1024, 'a piece is at most 4 MiB'),
      last: z.boolean(),
      /** A document that the page made itself, such as a picture of the map, and that `files.save` may hand out. */
      made: z.boolean().optional(),
    }),
    output: grantedFile,
  },
} as const satisfies ContractDef
