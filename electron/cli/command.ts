import type { ParseArgsOptionsConfig } from 'node:util'
import type { Session } from './session.ts'

/** An option of a command, with what its help says. */
export interface CommandOption {
  readonly type: 'string' | 'boolean'
  readonly multiple?: boolean
  /** What stands for the value in the help: FILE, N. */
  readonly value?: string
  readonly help: string
  readonly isRequired?: boolean
}

export type OptionValues = Readonly<Record<string, string | boolean | readonly string[] | undefined>>

/** What a command may use of its surroundings. */
export interface CommandContext {
  readonly options: OptionValues
  readonly files: readonly string[]
  readonly isJson: boolean
  readonly catalogFile: string
  /** True where --catalog named the catalog. */
  readonly isCatalogNamed: boolean
  readonly signal: AbortSignal
  /** Opens the catalog; closed when the command ends. `mayCreate` makes it where there is none. */
  open(options?: { mayCreate?: boolean }): Promise<Session>
  /** A path as the user means it, from the folder the user is in. */
  userPath(file: string): string
  /** Shows how far a long step is, where somebody looks on. */
  progress(line: string): void
}

/** What a command answers: one JSON object, the same for a person, and sentences about what failed. */
export interface CommandResult {
  readonly json: unknown
  readonly text: string
  /** Each is one sentence; any makes the command fail. */
  readonly failures?: readonly string[]
}

export interface Command {
  readonly name: string
  /** One line for the list of commands. */
  readonly summary: string
  /** What follows the name: FILE… */
  readonly positional?: {
    readonly name: string
    readonly help: string
    /** An option that stands for it: --all. */
    readonly unless?: string
  }
  readonly options: Readonly<Record<string, CommandOption>>
  /** Further lines for the command's own help. */
  readonly notes?: readonly string[]
  /** Null where the command has said all it had to say itself. */
  run(context: CommandContext): Promise<CommandResult | null>
}

/** Options that every command takes. */
export const COMMON_OPTIONS: Readonly<Record<string, CommandOption>> = {
  catalog: { type: 'string', value: 'FILE', help: 'the catalog to work on; without it, your own' },
  json: { type: 'boolean', help: 'print one JSON object and nothing else' },
  help: { type: 'boolean', help: 'print this help' },
}

/** The options in the form that node:util takes. */
export function parseArgsOptions(options: Readonly<Record<string, CommandOption>>): ParseArgsOptionsConfig {
  return Object.fromEntries(
    Object.entries(options).map(([name, { type, multiple }]) => [
      name,
      { type, ...(multiple ? { multiple } : {}), ...(name === 'help' ? { short: 'h' } : {}) },
    ]),
  )
}
