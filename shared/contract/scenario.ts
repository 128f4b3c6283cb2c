import * as z from 'zod'
import { byAssumption } from './assumption-values.ts'
import { partialDate } from './values.ts'

/** Names a deck of this catalog, or one of the presets. */
export const deckId = z.string().min(1).max(60)

/** A day that a person types, or its month or year alone. */
export const typedDate = z
  .string()
  .regex(/^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/, 'A date is written 2026, 2026-07 or 2026-07-01.')

export const deckName = z
  .string()
  .trim()
  .min(1, 'A deck needs a name of 1 to 80 characters.')
  .max(80, 'A deck needs a name of 1 to 80 characters.')

/** What vouches for one assumption of a deck. */
const evidence = {
  source: z.string().max(2_000),
  asOf: partialDate.nullable(),
  author: z.string().max(200),
}

/** As it is kept. A value that a newer version wrote may lie outside of what this one accepts. */
export const deckValue = z.strictObject({ value: z.number(), ...evidence })
export const deckValues = z.record(z.string().max(60), deckValue)

/** A version of a deck as a scenario carries it: what it lays over its preset, whole, so that it needs no catalog. */
export const scenarioDeck = z.strictObject({
  deckId,
  name: deckName,
  version: z.int().min(1),
  asOf: partialDate,
  note: z.string().max(4_000),
  values: byAssumption((value) => z.strictObject({ value, ...evidence })),
})

/** Which dated preset a scenario starts from, the deck that lies over it, and which assumptions the user moved. */
export const scenarioInput = z.strictObject({
  preset: z.string().max(60),
  deck: scenarioDeck.optional(),
  changes: byAssumption((value) => value),
})

export type DeckValue = z.output<typeof deckValue>
export type DeckValues = Readonly<Record<string, DeckValue>>
export type ScenarioDeck = z.output<typeof scenarioDeck>
export type ScenarioInput = z.output<typeof scenarioInput>
