import { COMMON_OPTIONS, type Command, type CommandOption } from './command.ts'
import { twoColumns } from './two-columns.ts'

/** The overview that `--help` prints. */
export function overviewText(commands: readonly Command[]): string {
  return [
    'Usage: switchyard COMMAND [OPTION…]',
    '',
    'Ranks power sites as bitcoin-mining power shells or AI data-center conversions, offline.',
    '',
    'Commands:',
    ...twoColumns(commands.map(({ name, summary }) => [name, summary])),
    '',
    'Options of every command:',
    ...optionLines(COMMON_OPTIONS),
    '',
    '"switchyard COMMAND --help" says more; "switchyard --version" prints the version.',
    'Exit codes: 0 done, 1 failed (one sentence on standard error), 2 wrong usage.',
  ].join('\n')
}

/** What `COMMAND --help` prints. */
export function commandText({ name, summary, positional, options, notes = [] }: Command): string {
  const required = Object.entries(options)
    .filter(([, option]) => option.isRequired)
    .map(([option, { value }]) => `--${option} ${value}`)
  const usage = ['Usage: switchyard', name, ...(positional ? [positional.name] : []), ...required, '[OPTION…]'].join(
    ' ',
  )
  return [
    usage,
    '',
    `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`,
    ...(positional ? ['', `${positional.name}  ${positional.help}`] : []),
    '',
    'Options:',
    ...optionLines({ ...options, ...COMMON_OPTIONS }),
    ...(notes.length > 0 ? ['', ...notes] : []),
  ].join('\n')
}

function optionLines(options: Readonly<Record<string, CommandOption>>): string[] {
  return twoColumns(
    Object.entries(options).map(([name, { value, help }]) => [
      `--${name}${value === undefined ? '' : ` ${value}`}`,
      help,
    ]),
  )
}
