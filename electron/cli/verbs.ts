import type { CommandContext, CommandResult } from './command.ts'
import { twoColumns } from './two-columns.ts'
import { UsageError } from './usage-error.ts'

/** One of several things that a command does, named by its first word. */
export interface Verb {
  /** What follows the verb. */
  readonly names: readonly string[]
  readonly help: string
  run(context: CommandContext, names: readonly string[]): Promise<CommandResult>
}

/** The verbs of a command as lines of its help. */
export function verbNotes(verbs: Readonly<Record<string, Verb>>): readonly string[] {
  return [
    'Verbs:',
    ...twoColumns(Object.entries(verbs).map(([verb, { names, help }]) => [[verb, ...names].join(' '), help])),
  ]
}

/** The verb that a command line names, with what follows it. @throws UsageError for another, or too little or much. */
export function chosenVerb<Of extends Verb>(
  command: string,
  verbs: Readonly<Record<string, Of>>,
  [name = '', ...names]: readonly string[],
): { readonly name: string; readonly names: readonly string[]; readonly verb: Of } {
  const verb = Object.hasOwn(verbs, name) ? verbs[name] : undefined
  if (!verb)
    throw new UsageError(`"${name.slice(0, 60)}" is no verb of ${command}; there are ${Object.keys(verbs).join(', ')}.`)
  if (names.length !== verb.names.length || names.some((each) => each.trim() === ''))
    throw new UsageError(`Write "switchyard ${[command, name, ...verb.names].join(' ')}".`)
  return { name, names, verb }
}
