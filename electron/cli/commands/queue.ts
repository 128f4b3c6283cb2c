import type { Command, CommandContext, CommandResult } from '../command.ts'
import { diffFiles } from '../queue/diff-files.ts'
import { fillFromQueue } from '../queue/fill-from-queue.ts'
import { listEditions, showNearSite, showProject } from '../queue/show-queue.ts'
import { UsageError } from '../usage-error.ts'

interface Verb {
  readonly names: readonly string[]
  readonly help: string
  run(context: CommandContext, names: readonly string[]): Promise<CommandResult>
}

const VERBS: Readonly<Record<string, Verb>> = {
  list: {
    names: [],
    help: 'the editions of queues in the catalog',
    run: async (context) => listEditions((await context.open()).client),
  },
  show: {
    names: ['ID'],
    help: 'a request with all that its file says of it',
    run: async (context, [id = '']) => showProject((await context.open()).client, id),
  },
  near: {
    names: ['SITE'],
    help: 'what stands in the queues in the county and state of a site',
    run: async (context, [site = '']) => showNearSite((await context.open()).client, site),
  },
  fill: {
    names: [],
    help: 'give sites of which it is unknown what the queues say: megawatts likely ahead, years from request to power',
    run: fillFromQueue,
  },
  diff: {
    names: ['FILE', 'LATER-FILE'],
    help: 'what changed from one edition of a queue to a later one',
    run: (context, [before = '', after = '']) => diffFiles(context, before, after),
  },
}

/** Interconnection queues: what the catalog holds of them, and what changed between two files. */
export const queue: Command = {
  name: 'queue',
  summary: 'interconnection queues: editions, requests, what changed',
  positional: { name: 'VERB…', help: `${Object.keys(VERBS).join(', ')}, and what follows it` },
  options: { 'dry-run': { type: 'boolean', help: 'with fill: only count' } },
  notes: Object.entries(VERBS).map(([verb, { names, help }]) => `${[verb, ...names].join(' ')}: ${help}`),
  run(context) {
    const [name = '', ...names] = context.files
    const verb = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined
    if (!verb) throw new UsageError(`"queue" does not know "${name}"; choose ${Object.keys(VERBS).join(', ')}.`)
    if (names.length !== verb.names.length)
      throw new UsageError(
        `"queue ${name}" needs ${verb.names.join(' and ') || 'nothing more'}; see "switchyard queue --help".`,
      )
    if (names.some((each) => each.trim() === ''))
      throw new UsageError(`"queue ${name}" needs ${verb.names.join(' and ')} and got an empty text.`)
    return verb.run(context, names)
  },
}
