import { readFile } from 'node:fs/promises'
import { findPreset } from '../../../shared/domain/scenario/presets.ts'
import { fileProblem } from '../../core/import/file-problem.ts'
import type { Command, CommandContext, CommandResult } from '../command.ts'
import { compareDecks } from '../decks/compare-decks.ts'
import { deckJson, deckText } from '../decks/deck-output.ts'
import { findDeck } from '../decks/find-deck.ts'
import { listDecks } from '../decks/list-decks.ts'
import { saveDeck } from '../decks/save-deck.ts'
import { positiveInteger } from '../positive-integer.ts'
import { saveDocument } from '../save-document.ts'
import { ASSUMPTION_NOTES, SET_OPTION } from '../scenario-options.ts'
import { textTable } from '../text-table.ts'
import { UsageError } from '../usage-error.ts'
import { chosenVerb, type Verb, verbNotes } from '../verbs.ts'

interface DeckVerb extends Verb {
  readonly options: readonly string[]
}

const VERBS: Readonly<Record<string, DeckVerb>> = {
  list: {
    names: [],
    options: [],
    help: 'the presets and the decks of the catalog',
    run: async (context) => listDecks((await context.open()).client),
  },
  show: {
    names: ['NAME'],
    options: [],
    help: 'every assumption that a deck changes, with its source; NAME@2 is its version 2',
    async run(context, [name = '']) {
      const deck = await findDeck((await context.open()).client, name)
      return { json: deckJson(deck), text: deckText(deck) }
    },
  },
  versions: { names: ['NAME'], options: [], help: 'who changed a deck, and when', run: showVersions },
  save: {
    names: ['NAME'],
    options: ['base', 'set', 'reset', 'source', 'source-as-of', 'as-of', 'note'],
    help: 'make a deck, or a new version of it',
    run: (context, [name = '']) => saveDeck(async () => (await context.open()).client, name, context.options),
  },
  rename: { names: ['NAME', 'NEW'], options: [], help: 'give a deck another name', run: rename },
  duplicate: { names: ['NAME', 'NEW'], options: [], help: 'copy a deck with its sources', run: duplicate },
  delete: { names: ['NAME'], options: [], help: 'delete a deck; "switchyard undo" brings it back', run: remove },
  compare: {
    names: ['A', 'B'],
    options: ['top'],
    help: 'which sites two decks or presets judge differently, and why',
    run: async (context, [a = '', b = '']) => {
      const top = positiveInteger('top', context.options['top'])
      return compareDecks((await context.open()).client, a, b, top)
    },
  },
  export: { names: ['NAME'], options: ['out'], help: 'write a deck to --out FILE for a colleague', run: exportDeck },
  import: { names: ['FILE'], options: [], help: "take a colleague's deck in", run: importDeck },
}

/** Keeps, compares and passes on named sets of assumptions. */
export const decks: Command = {
  name: 'decks',
  summary: 'keep named, dated and versioned sets of assumptions',
  positional: { name: 'VERB…', help: `${Object.keys(VERBS).join(', ')}, with what the verb speaks of` },
  options: {
    base: { type: 'string', value: 'NAME', help: 'save: the preset or deck to start from; NAME@2 is its version 2' },
    set: SET_OPTION,
    reset: { type: 'string', multiple: true, value: 'KEY', help: 'save: take a change back' },
    source: { type: 'string', value: 'S', help: 'save: where the values of --set come from' },
    'source-as-of': { type: 'string', value: 'D', help: 'save: the date they hold for: 2026, 2026-07 or 2026-07-01' },
    'as-of': { type: 'string', value: 'D', help: 'save: the day whose markets the deck speaks of' },
    note: { type: 'string', value: 'TEXT', help: 'save: what the deck is for' },
    top: { type: 'string', value: 'N', help: 'compare: only the first N sites' },
    out: { type: 'string', value: 'FILE', help: 'export: the file to write; one that is there is replaced' },
  },
  notes: [...verbNotes(VERBS), '', ...ASSUMPTION_NOTES],
  async run(context) {
    const { name, names, verb } = chosenVerb('decks', VERBS, context.files)
    for (const option of Object.keys(decks.options))
      if (context.options[option] !== undefined && !verb.options.includes(option))
        throw new UsageError(`"decks ${name}" does not take --${option}.`)
    return await verb.run(context, names)
  },
}

async function showVersions(context: CommandContext, [name = '']: readonly string[]): Promise<CommandResult> {
  const { client } = await context.open()
  const { deckId } = await findDeck(client, name)
  const versions = await client['decks.versions']({ deckId })
  const rows = versions.map(({ version, label, author, at }) => ({
    version,
    at: new Date(at).toISOString(),
    author,
    label,
  }))
  return {
    json: { deck_id: deckId, versions: rows },
    text: textTable(
      [{ heading: 'Version', align: 'right' }, { heading: 'When' }, { heading: 'Who' }, { heading: 'What' }],
      rows.map((row) => [String(row.version), row.at.slice(0, 16).replace('T', ' '), row.author, row.label]),
    ),
  }
}

async function rename(context: CommandContext, [name = '', next = '']: readonly string[]): Promise<CommandResult> {
  const { client } = await context.open()
  const { deckId } = await findDeck(client, name)
  const { version, label } = await client['decks.rename']({ deckId, name: next })
  return { json: { deck_id: deckId, name: next, version }, text: `Done: ${label}.` }
}

async function duplicate(context: CommandContext, [name = '', next = '']: readonly string[]): Promise<CommandResult> {
  const { client } = await context.open()
  const from = findPreset(name)?.id ?? (await findDeck(client, name)).deckId
  const { deckId, version, label } = await client['decks.duplicate']({ deckId: from, name: next })
  return { json: { deck_id: deckId, name: next, version }, text: `Done: ${label}.` }
}

async function remove(context: CommandContext, [name = '']: readonly string[]): Promise<CommandResult> {
  const { client } = await context.open()
  const { deckId } = await findDeck(client, name)
  const { label } = await client['decks.remove']({ deckId })
  return { json: { deck_id: deckId, deleted: true }, text: `Done: ${label}; "switchyard undo" brings it back.` }
}

async function exportDeck(context: CommandContext, [name = '']: readonly string[]): Promise<CommandResult> {
  if (context.options['out'] === undefined) throw new UsageError('"decks export" needs --out FILE.')
  const session = await context.open()
  const { deckId, version } = await findDeck(session.client, name)
  const saved = await saveDocument(session, context, () => session.client['decks.export']({ deckId, version }))
  return { json: { deck_id: deckId, version, ...saved }, text: `Wrote version ${version} of ${name} to ${saved.file}.` }
}

async function importDeck(context: CommandContext, [file = '']: readonly string[]): Promise<CommandResult> {
  const text = await readFile(context.userPath(file), 'utf8').catch((error: unknown) => {
    throw fileProblem(file, error)
  })
  const { client } = await context.open()
  const { deckId, name, version } = await client['decks.import']({ text })
  return { json: { deck_id: deckId, name, version }, text: `Took the deck ${name} in.` }
}
