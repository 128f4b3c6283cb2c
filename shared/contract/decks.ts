import * as z from 'zod'
import { byAssumption } from './assumption-values.ts'
import type { ContractDef } from './define.ts'
import { jobStarted } from './job-started.ts'
import { deckId, deckName, deckValues, typedDate } from './scenario.ts'
import { writeResult } from './sites.ts'
import { partialDate, timestampMs } from './values.ts'

/** A version of a deck that another one starts from or came from. */
const deckMark = z.strictObject({ deckId, name: z.string().max(200), version: z.int().min(1) })

/** What a deck starts from: a preset, or the version of a deck, whose values are kept here as they were then. */
const deckBase = z.strictObject({ preset: z.string().max(60), deck: deckMark.nullable(), values: deckValues })

/** A named and dated set of assumptions over a preset. */
export const deck = z.strictObject({
  deckId,
  name: z.string().max(200),
  /** The day whose markets the deck speaks of. */
  asOf: partialDate,
  note: z.string().max(4_000),
  base: deckBase,
  /** What this deck changes of its base, each with its own source. */
  values: deckValues,
  /** Counts the deck's changes, undo and redo among them. */
  version: z.int().min(1),
  /** True where two people's versions of that number came together and nobody has saved since. */
  isMerged: z.boolean(),
  /** Parts that two people changed without having seen each other's change: `name`, `note`, an assumption's key. */
  conflicts: z.array(z.string()),
  /** The file's deck that this one was made from. */
  origin: z.strictObject({ ...deckMark.shape, author: z.string().max(200) }).nullable(),
  author: z.string().max(200),
  createdAt: timestampMs,
  editedAt: timestampMs,
})

export const deckVersion = z.strictObject({
  version: z.int().min(1),
  /** Tells two versions of one number apart, which two people made without having seen each other's. */
  versionId: z.string(),
  label: z.string(),
  author: z.string().max(200),
  at: timestampMs,
})

const ownValues = byAssumption((value) =>
  z.strictObject({
    value,
    source: z.string().max(2_000).default(''),
    asOf: typedDate.nullable().default(null),
    /** Who vouches for it; left out, whoever saves. */
    author: z.string().max(200).optional(),
  }),
)

const content = {
  name: deckName,
  asOf: typedDate,
  note: z.string().max(4_000).default(''),
  values: ownValues,
}

/** A deck as a file that colleagues can pass on. */
export const deckFile = z.strictObject({
  format: z.literal('switchyard-deck'),
  formatVersion: z.literal(1),
  deckId,
  ...content,
  version: z.int().min(1),
  author: z.string().max(200),
  base: z.strictObject({ preset: z.string().max(60), deck: deckMark.nullable(), values: ownValues }),
})

export type Deck = z.output<typeof deck>
export type DeckBase = Deck['base']
export type DeckVersion = z.output<typeof deckVersion>
export type DeckFile = z.output<typeof deckFile>

const deckWritten = z.strictObject({ ...writeResult.shape, deckId, version: z.int() })

export const decks = {
  /** All decks by name; the presets are not among them. */
  'decks.list': { kind: 'query', input: z.strictObject({}), output: z.array(deck) },
  /** A deck as it is, or as it was at a version: a number, or the id of one. */
  'decks.get': {
    kind: 'query',
    input: z.strictObject({ deckId, version: z.union([z.int().min(1), z.string().max(60)]).optional() }),
    output: deck,
  },
  /** Newest first. */
  'decks.versions': { kind: 'query', input: z.strictObject({ deckId }), output: z.array(deckVersion) },
  /** Makes a deck, or a new version of one; only what differs is written. */
  'decks.save': {
    kind: 'command',
    input: z.strictObject({
      deckId: deckId.optional(),
      ...content,
      /** A preset or a deck, and which version of it; left out, the deck keeps its base. */
      base: z.strictObject({ deckId, version: z.int().min(1).optional() }).optional(),
      /** The version that the author has seen; where a newer one is there, nothing is written. */
      seenVersion: z.int().optional(),
    }),
    output: deckWritten,
  },
  'decks.rename': { kind: 'command', input: z.strictObject({ deckId, name: deckName }), output: deckWritten },
  /** Copies a deck with all its sources, or starts one from a preset. */
  'decks.duplicate': { kind: 'command', input: z.strictObject({ deckId, name: deckName }), output: deckWritten },
  'decks.remove': { kind: 'command', input: z.strictObject({ deckId }), output: writeResult },
  /** Takes the text of a deck's file in as a deck of this catalog. */
  'decks.import': {
    kind: 'command',
    input: z.strictObject({ text: z.string().max(2_000_000, 'The file is too long for a deck.') }),
    output: z.strictObject({ ...deckWritten.shape, name: z.string() }),
  },
  /** Writes a deck as a file. */
  'decks.export': {
    kind: 'document',
    input: z.strictObject({ deckId, version: z.int().min(1).optional() }),
    output: jobStarted,
  },
} as const satisfies ContractDef
