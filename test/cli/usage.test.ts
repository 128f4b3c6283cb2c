import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, test } from 'vitest'
import { userFolder } from '../../electron/cli/user-path.ts'
import { IMPORTERS } from '../../electron/core/import/importers.ts'
import { runCli } from '../support/run-cli.ts'
import { tempFolder } from '../support/temp-folder.ts'

const COMMANDS = ['init', 'import', 'rank', 'memo', 'export', 'show', 'set', 'undo', 'redo', 'check', 'serve', 'calc']
const manifest = JSON.parse(readFileSync(path.join(import.meta.dirname, '..', '..', 'package.json'), 'utf8')) as {
  version: string
}

describe('Help', () => {
  test('lists every command', async () => {
    const { code, stdout, stderr } = await runCli(['--help'])
    expect([code, stderr]).toEqual([0, ''])
    for (const command of COMMANDS) expect(stdout).toMatch(new RegExp(`^  ${command} +\\S`, 'm'))
  })

  test('of a command lists its options and those that every command takes', async () => {
    const { code, stdout } = await runCli(['set', '--help'])
    expect(code).toBe(0)
    for (const option of ['--site', '--field', '--value', '--source', '--as-of', '--rung', '--catalog', '--json'])
      expect(stdout).toContain(`  ${option}`)
  })

  test('--version prints the version alone', async () => {
    expect(await runCli(['--version'])).toEqual({ code: 0, stdout: `${manifest.version}\n`, stderr: '' })
  })
})

describe('Wrong usage ends with code 2, one sentence on standard error and nothing on standard output', () => {
  test.each<[string, string[], string]>([
    ['no command', [], 'Name a command; "switchyard --help" lists them.'],
    ['an unknown command', ['frobnicate'], '"frobnicate" is not a command; "switchyard --help" lists them.'],
    [
      'a name that every object has',
      ['constructor'],
      '"constructor" is not a command; "switchyard --help" lists them.',
    ],
    ['an unknown option', ['undo', '--nope'], `Unknown option '--nope'; see "switchyard undo --help".`],
    [
      'a required option left out',
      ['memo', '--site', 'a'],
      '"memo" needs --out FILE.pdf; see "switchyard memo --help".',
    ],
    ['an option twice', ['show', '--site', 'a', '--site', 'b'], '--site is given twice; give it once.'],
    ['no file', ['import'], '"import" needs FILE…; see "switchyard import --help".'],
    ['a word too many', ['undo', 'twice'], `Unexpected argument 'twice'; see "switchyard undo --help".`],
    [
      'an unknown format',
      ['import', 'a.csv', '--as', 'shapefile'],
      `"shapefile" is not a format; choose ${[...IMPORTERS.map(({ id }) => id), 'annotations'].join(', ')}.`,
    ],
    ['an empty name', ['queue', 'near', ' '], '"queue near" needs SITE and got an empty text.'],
    ['a zero', ['rank', '--top', '0'], '--top takes a whole number above zero and not "0".'],
    ['a port that is none', ['serve', '--port', '70000'], '"70000" is not a port, 0 to 65535.'],
    [
      'a change without a value',
      ['rank', '--set', 'btcPriceUsd'],
      '"btcPriceUsd" is not KEY=VALUE, as in --set btcPriceUsd=90000.',
    ],
    [
      'half a position',
      ['set', '--site', 'a', '--field', 'latitude', '--value', '1'],
      'Latitude and longitude change together; write --field position --value "LATITUDE, LONGITUDE".',
    ],
    [
      'an unknown rung',
      ['set', '--site', 'a', '--field', 'name', '--value', 'b', '--rung', 'rumour'],
      '"rumour" is not a rung; choose claimed, letter, application, study, agreement, energized.',
    ],
    [
      'a date that is none',
      ['set', '--site', 'a', '--field', 'name', '--value', 'b', '--as-of', '2026-13'],
      '"2026-13" is not a date; write 2026, 2026-07 or 2026-07-01.',
    ],
  ])('%s', async (_what, args, sentence) => {
    expect(await runCli([...args, '--json'].slice(0, args.length === 0 ? 0 : undefined))).toEqual({
      code: 2,
      stdout: '',
      stderr: `${sentence}\n`,
    })
  })

  test.each<[string, string[], RegExp]>([
    ['an unknown preset', ['rank', '--preset', 'tomorrow'], /tomorrow.*2026-07/],
    ['an unknown assumption', ['rank', '--set', 'luck=1'], /luck/],
    ['an assumption out of its range', ['rank', '--set', 'btcPriceUsd=-1'], /btcPriceUsd/],
  ])('%s', async (_what, args, sentence) => {
    const { code, stdout, stderr } = await runCli(args)
    expect([code, stdout]).toEqual([2, ''])
    expect(stderr).toMatch(sentence)
    expect(stderr.trimEnd()).not.toContain('\n')
  })
})

describe('A path', () => {
  test('is taken from where the user is, and npm says where that is', () => {
    const npm = { INIT_CWD: '/home/scout', npm_lifecycle_event: 'switchyard' }
    expect(userFolder(npm, '/repo')).toBe('/home/scout')
    expect(userFolder({ ...npm, npm_lifecycle_event: 'test' }, '/repo')).toBe('/repo')
    expect(userFolder({}, '/home/scout')).toBe('/home/scout')
  })

  test('works from any folder with the switchyard command', async () => {
    const cwd = tempFolder()
    const { code, stdout } = await runCli(['init', '--catalog', 'mine.sqlite', '--json'], {
      cwd,
      entry: 'electron/tooling/switchyard.js',
    })
    expect(code).toBe(0)
    expect(path.basename((JSON.parse(stdout) as { catalog: string }).catalog)).toBe('mine.sqlite')
    expect((await runCli(['check', '--catalog', path.join(cwd, 'mine.sqlite')])).code).toBe(0)
  })
})
