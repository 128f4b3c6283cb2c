/** A county of the reference list. */
export interface County {
  readonly fips: string
  /** Two letters. */
  readonly state: string
  readonly name: string
}

/** What a queue's county text means. */
export interface CountyMatch {
  /** Five-digit codes in the order of the text; the first is the primary county. */
  readonly fips: readonly string[]
  /** Near misses, to be shown to a person: what was written, and what is probably meant. */
  readonly suggestions: readonly { readonly written: string; readonly meant: string }[]
}

const KIND = /\b(county|counties|parish|borough|census area|municipality|city and borough|co\.)(?=\s|$)/gi
const SEPARATORS = /\s*[/,;&]\s*|\s+-\s+|\s+and\s+/i
/** Most letters by which a county may be misspelt. */
const MOST_EDITS = 2

const STATE_CODES: Readonly<Record<string, string>> = Object.fromEntries(
  (
    'Alabama AL,Alaska AK,Arizona AZ,Arkansas AR,California CA,Colorado CO,Connecticut CT,Delaware DE,Florida FL,' +
    'Georgia GA,Hawaii HI,Idaho ID,Illinois IL,Indiana IN,Iowa IA,Kansas KS,Kentucky KY,Louisiana LA,Maine ME,' +
    'Maryland MD,Massachusetts MA,Michigan MI,Minnesota MN,Mississippi MS,Missouri MO,Montana MT,Nebraska NE,' +
    'Nevada NV,New Hampshire NH,New Jersey NJ,New Mexico NM,New York NY,North Carolina NC,North Dakota ND,Ohio OH,' +
    'Oklahoma OK,Oregon OR,Pennsylvania PA,Rhode Island RI,South Carolina SC,South Dakota SD,Tennessee TN,Texas TX,' +
    'Utah UT,Vermont VT,Virginia VA,Washington WA,West Virginia WV,Wisconsin WI,Wyoming WY'
  )
    .split(',')
    .map((each) => [each.slice(0, -3).toLowerCase(), each.slice(-2)]),
)

/** Finds counties by what people write: within the state, several in one text, misspelt by up to two letters. */
export class CountyIndex {
  readonly #byState = new Map<string, Map<string, string>>()
  readonly #known = new Map<string, CountyMatch>()

  constructor(counties: readonly County[]) {
    for (const { fips, state, name } of counties) {
      let names = this.#byState.get(state)
      if (!names) {
        names = new Map()
        this.#byState.set(state, names)
      }
      const key = countyKey(name)
      if (!names.has(key)) names.set(key, fips)
    }
  }

  match(county: string | null, state: string | null): CountyMatch {
    if (county === null || state === null) return { fips: [], suggestions: [] }
    const key = `${state}|${county}`
    let match = this.#known.get(key)
    if (!match) {
      match = this.#find(county, state)
      this.#known.set(key, match)
    }
    return match
  }

  #find(county: string, state: string): CountyMatch {
    const states = stateCodes(state)
    const fips: string[] = []
    const suggestions: { written: string; meant: string }[] = []
    for (const part of countyParts(county)) {
      const key = countyKey(part)
      if (key === '') continue
      const exact = states.map((code) => this.#byState.get(code)?.get(key)).find((found) => found !== undefined)
      if (exact !== undefined) {
        fips.push(exact)
        continue
      }
      const near = this.#nearest(key, states)
      if (near !== null) suggestions.push({ written: part.trim(), meant: near })
    }
    return { fips, suggestions }
  }

  /** The one county within two edits; null where none or several are as near. */
  #nearest(key: string, states: readonly string[]): string | null {
    let best: string[] = []
    let least = Math.min(MOST_EDITS, Math.floor(key.length / 3))
    for (const code of states)
      for (const [name] of this.#byState.get(code) ?? []) {
        const distance = editDistance(key, name, least)
        if (distance > least) continue
        if (distance < least) best = []
        least = distance
        best.push(`${name}, ${code}`)
      }
    return best.length === 1 ? (best[0] ?? null) : null
  }
}

/** The counties that one text names, the primary one first: "KERN/INYO". */
export function countyParts(text: string): string[] {
  return text.split(SEPARATORS)
}

/** "St. Clair County" and "saint clair" are one. */
export function countyKey(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/\p{Mark}/gu, '')
    .replace(KIND, ' ')
    .toLowerCase()
    .replace(/\bst[. ]/g, 'saint ')
    .replace(/\bste[. ]/g, 'sainte ')
    .replace(/[^a-z0-9]/g, '')
}

function stateCodes(state: string): readonly string[] {
  return state.split(/\s*[/,;&-]\s*/).map((each) => STATE_CODES[each.toLowerCase()] ?? each.toUpperCase())
}

/** Levenshtein distance, given up above `most`. */
function editDistance(one: string, other: string, most: number): number {
  if (Math.abs(one.length - other.length) > most) return most + 1
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (let i = 1; i <= one.length; i++) {
    const next = [i]
    for (let j = 1; j <= other.length; j++) {
      const substituted = (row[j - 1] ?? 0) + (one[i - 1] === other[j - 1] ? 0 : 1)
      next.push(Math.min(substituted, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1))
    }
    row = next
  }
  return row[other.length] ?? most + 1
}
