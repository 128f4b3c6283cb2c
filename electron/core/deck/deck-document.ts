import * as z from 'zod'
import { type Deck, type DeckFile, deckFile } from '../../../shared/contract/decks.ts'
import { AppError } from '../../../shared/contract/errors.ts'

/** A deck as the text of a file. */
export function writeDeckFile(deck: Deck): string {
  const { deckId, name, asOf, note, values, version, author, base } = deck
  const file: DeckFile = {
    format: 'switchyard-deck',
    formatVersion: 1,
    deckId,
    name,
    asOf,
    note,
    version,
    author,
    base,
    values,
  }
  return `${JSON.stringify(file, null, 2)}\n`
}

/** @throws AppError 'bad_input' naming what of the file is wrong. */
export function readDeckFile(text: string): DeckFile {
  let content: unknown
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw refusal('it is not JSON')
  }
  const head = z.looseObject({ format: z.literal('switchyard-deck'), formatVersion: z.number() }).safeParse(content)
  if (!head.success) throw refusal('it was not exported as a deck by Switchyard')
  if (head.data.formatVersion > 1) throw refusal('a newer Switchyard wrote it; install the newer version')
  const parsed = deckFile.safeParse(content)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const place = issue?.path.map(String).join('.') ?? ''
  const what = issue?.message ?? 'its content is not understood'
  // Our own sentences name their field themselves.
  throw refusal(place === '' || what.endsWith('.') ? what : `${place}: ${what}`)
}

function refusal(why: string): AppError {
  return new AppError('bad_input', `The deck was not imported: ${why.replace(/\.$/, '')}.`)
}
