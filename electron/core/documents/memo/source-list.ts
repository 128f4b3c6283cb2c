import type { SiteAttribute } from '../../../../shared/contract/sites.ts'

/** A source with the number that the memo cites it by. */
export interface CitedSource {
  readonly number: number
  readonly text: string
  /** Where the catalog has it from: a data set, or who entered it. */
  readonly origin: string
}

/** The different sources behind a site's attributes, numbered in the order in which they are first met. */
export class SourceList {
  readonly #byKey = new Map<string, CitedSource>()

  constructor(attributes: readonly SiteAttribute[]) {
    for (const attribute of attributes) {
      const key = keyOf(attribute)
      if (this.#byKey.has(key)) continue
      this.#byKey.set(key, {
        number: this.#byKey.size + 1,
        text: attribute.source.trim() === '' ? 'No source was given' : attribute.source,
        origin: originOf(attribute),
      })
    }
  }

  get all(): readonly CitedSource[] {
    return [...this.#byKey.values()]
  }

  numberOf(attribute: SiteAttribute): number {
    return this.#byKey.get(keyOf(attribute))?.number ?? 0
  }
}

function keyOf(attribute: SiteAttribute): string {
  return `${attribute.source}\n${originOf(attribute)}`
}

function originOf({ origin, dataSet, author }: SiteAttribute): string {
  if (origin === 'data_set') return dataSet ?? 'data set'
  const who = author.trim() === '' ? 'a colleague' : author
  return origin === 'edit' ? `entered by ${who}` : `entered by ${who}; colleagues disagree, see the catalog`
}
