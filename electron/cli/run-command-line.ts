import path from 'node:path'
import { AppError } from '../../shared/contract/errors.ts'
import { appVersion } from '../host/app-version.ts'
import { openLog } from '../host/log.ts'
import { defaultCatalogFile, userDataFolder } from '../host/paths.ts'
import type { CommandContext, CommandResult } from './command.ts'
import { COMMANDS } from './commands/all-commands.ts'
import { commandText, overviewText } from './help-text.ts'
import { Interruption } from './interruption.ts'
import { jsonText } from './json-text.ts'
import { progressLine } from './progress-line.ts'
import { type Arguments, readArguments } from './read-arguments.ts'
import type { Session } from './session.ts'
import { UsageError } from './usage-error.ts'
import { userPath } from './user-path.ts'

export const EXIT_DONE = 0
export const EXIT_FAILED = 1
export const EXIT_WRONG_USAGE = 2

/** Runs one command line and answers the exit code. Results go to standard output, sentences to standard error. */
export async function runCommandLine(args: readonly string[]): Promise<number> {
  const interruption = new Interruption()
  const stopListening = interruption.listen()
  try {
    return await run(args, interruption.signal)
  } catch (error) {
    process.stderr.write(`${sentence(error)}\n`)
    return error instanceof UsageError ? EXIT_WRONG_USAGE : EXIT_FAILED
  } finally {
    stopListening()
  }
}

async function run(args: readonly string[], signal: AbortSignal): Promise<number> {
  const [name, ...rest] = args
  if (name === '--version') return print(appVersion())
  if (name === '--help' || name === '-h' || name === 'help') return print(await overview())
  if (name === undefined) throw new UsageError('Name a command; "switchyard --help" lists them.')
  const load = Object.hasOwn(COMMANDS, name) ? COMMANDS[name] : undefined
  if (!load) throw new UsageError(`"${name.slice(0, 60)}" is not a command; "switchyard --help" lists them.`)
  const command = await load()
  const parsed = readArguments(command, rest)
  if (parsed.options['help'] === true) return print(commandText(command))

  const sessions: Session[] = []
  try {
    const result = await command.run(contextOf(parsed, signal, sessions))
    return result === null ? EXIT_DONE : answer(result, parsed.options['json'] === true)
  } catch (error) {
    for (const session of sessions) await session.close({ removeNew: true })
    throw error
  } finally {
    for (const session of sessions) await session.close()
  }
}

function contextOf({ options, files }: Arguments, signal: AbortSignal, sessions: Session[]): CommandContext {
  const named = options['catalog'] as string | undefined
  const catalogFile = named === undefined ? path.resolve(defaultCatalogFile()) : userPath(named)
  return {
    options,
    files,
    isJson: options['json'] === true,
    catalogFile,
    isCatalogNamed: named !== undefined,
    signal,
    open: async ({ mayCreate = false } = {}) => {
      const { openSession } = await import('./session.ts')
      const session = await openSession(catalogFile, mayCreate)
      sessions.push(session)
      return session
    },
    userPath: (file) => userPath(file),
    progress: progressLine(process.stderr),
  }
}

function answer({ json, text, failures = [] }: CommandResult, isJson: boolean): number {
  // A command that did nothing of what it was asked answers with its sentence alone.
  if (isJson && json !== null) print(jsonText(json))
  if (!isJson && text !== '') print(harmless(text))
  for (const failure of failures) process.stderr.write(`${oneLine(failure)}\n`)
  return failures.length > 0 ? EXIT_FAILED : EXIT_DONE
}

async function overview(): Promise<string> {
  return overviewText(await Promise.all(Object.values(COMMANDS).map((load) => load())))
}

function print(text: string): number {
  process.stdout.write(`${text}\n`)
  return EXIT_DONE
}

/** An error as one sentence on one line; the stack of an unexpected one goes to the log. */
function sentence(error: unknown): string {
  if (error instanceof UsageError || error instanceof AppError) return oneLine(error.message)
  openLog(userDataFolder()).error('The command line failed.', error)
  return `An internal error stopped the command; try again, and if it stays so, look into switchyard.log in ${userDataFolder()}.`
}

/** Names and notes come from files: what a terminal would take for a command of theirs is left out. */
function harmless(text: string): string {
  return text.replace(/(?!\n)\p{Cc}/gu, '')
}

function oneLine(text: string): string {
  return harmless(text.replace(/\s+/g, ' '))
}
