import { parseArgs } from 'node:util'
import { COMMON_OPTIONS, type Command, type OptionValues, parseArgsOptions } from './command.ts'
import { UsageError } from './usage-error.ts'

export interface Arguments {
  readonly options: OptionValues
  readonly files: readonly string[]
}

/**
 * Reads what follows the name of a command.
 * @throws UsageError for an option that is unknown, lacks its value, is given twice or is missing.
 */
export function readArguments(command: Command, args: readonly string[]): Arguments {
  const options = { ...command.options, ...COMMON_OPTIONS }
  const { values, positionals } = parse(command, joinNegativeNumbers(args, options), options)
  if (values['help'] === true) return { options: values, files: positionals }
  for (const [name, { isRequired, value }] of Object.entries(options))
    if (isRequired && values[name] === undefined)
      throw new UsageError(`"${command.name}" needs --${name} ${value}; see "switchyard ${command.name} --help".`)
  const isSpared = command.positional?.unless !== undefined && values[command.positional.unless] === true
  if (command.positional && positionals.length === 0 && !isSpared)
    throw new UsageError(`"${command.name}" needs ${command.positional.name}; see "switchyard ${command.name} --help".`)
  return { options: values, files: positionals }
}

function parse(command: Command, args: string[], options: Command['options']) {
  try {
    const parsed = parseArgs({
      args,
      options: parseArgsOptions(options),
      strict: true,
      allowPositionals: command.positional !== undefined,
      tokens: true,
    })
    const seen = new Set<string>()
    for (const token of parsed.tokens) {
      if (token.kind !== 'option') continue
      if (seen.has(token.name) && !options[token.name]?.multiple)
        throw new UsageError(`--${token.name} is given twice; give it once.`)
      seen.add(token.name)
    }
    return { values: parsed.values as OptionValues, positionals: parsed.positionals }
  } catch (error) {
    if (error instanceof UsageError) throw error
    throw new UsageError(`${firstSentence((error as Error).message)}; see "switchyard ${command.name} --help".`)
  }
}

/** `--value -5` means the number: parseArgs would take -5 for an option. */
function joinNegativeNumbers(args: readonly string[], options: Command['options']): string[] {
  const joined: string[] = []
  for (const arg of args) {
    const before = joined.at(-1) ?? ''
    const takesValue = before.startsWith('--') && options[before.slice(2)]?.type === 'string'
    if (takesValue && /^-[\d.]/.test(arg)) joined[joined.length - 1] = `${before}=${arg}`
    else joined.push(arg)
  }
  return joined
}

function firstSentence(message: string): string {
  return (message.split(/\.\s|\n/)[0] ?? message).replace(/\.$/, '')
}
