import { randomUUID } from 'node:crypto'
import type { Deck, DeckBase } from '../../../shared/contract/decks.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import type { DeckValues } from '../../../shared/contract/scenario.ts'
import { effectiveValues, scenarioOfDeck } from '../../../shared/domain/scenario/deck-values.ts'
import { findPreset, PRESETS } from '../../../shared/domain/scenario/presets.ts'
import { resolveScenario } from '../../../shared/domain/scenario/resolve-scenario.ts'
import { readRevision } from '../db/meta.ts'
import { type DeckContent, deckChanges } from '../deck/deck-changes.ts'
import { readDeckFile } from '../deck/deck-document.ts'
import { readDeckOps } from '../deck/deck-ops.ts'
import { contentHeads, headsByField } from '../deck/deck-state.ts'
import { readDecks, readDeckVersion, requireDeck } from '../deck/read-decks.ts'
import { DELETED_FIELD, type Deletion } from '../oplog/is-deleted.ts'
import type { HandlersOfKind } from './handler-types.ts'
import { writeEdit } from './write-edit.ts'
import type { WriterContext } from './writer-context.ts'

type DeckMethod = Extract<keyof HandlersOfKind<'command'>, `decks.${string}`>

type OwnValues = Readonly<
  Record<string, { value: number; source: string; asOf: string | null; author?: string | undefined }>
>

/** What changes decks; each is one step of undo and one version of the deck. */
export function deckHandlers(context: WriterContext): Pick<HandlersOfKind<'command'>, DeckMethod> {
  const { db, author } = context

  /** Writes what differs; where nothing does, the catalog stays as it is. */
  function write(deckId: string, what: string, plan: () => { label: string; content: DeckContent }) {
    const current = findDeck(deckId)
    let label = ''
    const planned = () => {
      const next = plan()
      label = next.label
      requireResolvable(deckId, next.content)
      requireFreeName(deckId, next.content.name)
      return deckChanges(deckId, current, next.content)
    }
    if (current !== null && planned().length === 0)
      return { revision: readRevision(db), label, deckId, version: current.version }
    const result = writeEdit(context, what, () => ({ changes: planned(), label }))
    return { ...result, label, deckId, version: requireDeck(db, deckId).version }
  }

  return {
    'decks.save': ({ deckId, name, asOf, note, values, base, seenVersion }) => {
      const current = deckId === undefined ? null : requireDeck(db, deckId)
      if (current !== null && seenVersion !== undefined && seenVersion < current.version)
        throw new AppError(
          'conflict',
          `The deck ${current.name} was not saved: version ${current.version} of it is there and was not seen; save yours under another name, or go back to the saved one.`,
        )
      if (current === null && base === undefined)
        throw new AppError('bad_input', 'A new deck needs a base: name a preset or a deck.')
      return write(deckId ?? randomUUID(), 'The deck', () => ({
        label: `${current === null ? 'Add' : 'Save'} deck ${name}`,
        content: {
          name,
          asOf,
          note,
          base: base === undefined ? (current as Deck).base : baseOf(base),
          values: signed(values, author),
          origin: current?.origin ?? null,
        },
      }))
    },

    'decks.rename': ({ deckId, name }) => {
      const current = requireDeck(db, deckId)
      return write(deckId, 'The deck', () => ({
        label: `Rename deck ${current.name} to ${name}`,
        content: { ...contentOf(current), name },
      }))
    },

    'decks.duplicate': ({ deckId, name }) =>
      write(randomUUID(), 'The deck', () => {
        const preset = findPreset(deckId)
        const content: DeckContent = preset
          ? { name, asOf: preset.date, note: '', base: baseOf({ deckId }), values: {}, origin: null }
          : { ...contentOf(requireDeck(db, deckId)), name }
        return { label: `Add deck ${name}`, content }
      }),

    'decks.remove': ({ deckId }) =>
      writeEdit(context, 'The deck', () => {
        const deck = requireDeck(db, deckId)
        const deletion: Deletion = { saw: contentHeads(headsByField(readDeckOps(db, deckId))) }
        return {
          label: `Delete deck ${deck.name}`,
          changes: [{ entity: 'deck', rowId: deckId, field: DELETED_FIELD, value: deletion }],
        }
      }),

    'decks.import': ({ text }) => {
      const file = readDeckFile(text)
      // The same deck keeps its id from catalog to catalog, so that their logs can be merged; a second copy is another.
      const isNew = readDeckOps(db, file.deckId).length === 0 && findPreset(file.deckId) === undefined
      const name = freeName(file.name)
      const result = write(isNew ? file.deckId : randomUUID(), 'The deck', () => ({
        label: `Import deck ${name}`,
        content: {
          name,
          asOf: file.asOf,
          note: file.note,
          base: { ...file.base, values: signed(file.base.values, file.author) },
          values: signed(file.values, file.author),
          origin: { deckId: file.deckId, name: file.name, version: file.version, author: file.author },
        },
      }))
      return { ...result, name }
    },
  }

  function findDeck(deckId: string): Deck | null {
    return readDecks(db).find((deck) => deck.deckId === deckId) ?? null
  }

  /** @throws AppError 'not_found' */
  function baseOf({ deckId, version }: { deckId: string; version?: number | undefined }): DeckBase {
    if (findPreset(deckId)) return { preset: deckId, deck: null, values: {} }
    const deck = version === undefined ? requireDeck(db, deckId) : readDeckVersion(db, deckId, version)
    const { name, base } = deck
    return { preset: base.preset, deck: { deckId, name, version: deck.version }, values: effectiveValues(deck) }
  }

  /** @throws AppError 'bad_input' where no scenario can be made of it. */
  function requireResolvable(deckId: string, content: DeckContent): void {
    const resolved = resolveScenario(scenarioOfDeck({ ...content, deckId, version: 1 }))
    if (!resolved.ok) throw new AppError('bad_input', `The deck ${content.name} was not saved: ${resolved.reason}`)
  }

  function requireFreeName(deckId: string, name: string): void {
    if (isTaken(name, deckId))
      throw new AppError('bad_input', `There is a deck or a preset named ${name} already; choose another name.`)
  }

  function isTaken(name: string, exceptId?: string): boolean {
    const key = nameKey(name)
    return (
      PRESETS.some((preset) => nameKey(preset.id) === key || nameKey(preset.label) === key) ||
      readDecks(db).some((deck) => deck.deckId !== exceptId && nameKey(deck.name) === key)
    )
  }

  function freeName(name: string): string {
    for (let copy = 1; ; copy += 1) {
      const candidate = copy === 1 ? name : `${name.slice(0, 74)} (${copy})`
      if (!isTaken(candidate)) return candidate
    }
  }
}

function nameKey(name: string): string {
  return name.trim().normalize('NFC').toLowerCase()
}

function contentOf({ name, asOf, note, base, values, origin }: Deck): DeckContent {
  return { name, asOf, note, base, values, origin }
}

function signed(values: OwnValues, author: string): DeckValues {
  return Object.fromEntries(
    Object.entries(values).map(([key, { value, source, asOf, author: own }]) => [
      key,
      { value, source, asOf, author: own ?? author },
    ]),
  )
}
