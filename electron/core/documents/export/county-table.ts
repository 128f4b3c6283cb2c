import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { Position } from '../../../../shared/domain/site/site-value.ts'

export interface County {
  readonly fips: string
  /** Two letters. */
  readonly state: string
  readonly name: string
  readonly middle: Position
}

/** Farthest that a place may lie from the middle of the county it is taken to be in, degrees along a meridian. */
const MOST_DEGREES = 1.5

const HEADING_LINES = 1

/** Finds the county of a place. */
export class CountyTable {
  readonly #counties: readonly County[]
  readonly #byName = new Map<string, County[]>()

  constructor(counties: readonly County[]) {
    this.#counties = counties
    for (const county of counties) {
      const key = nameKey(county.state, county.name)
      this.#byName.set(key, [...(this.#byName.get(key) ?? []), county])
    }
  }

  /** @param referenceFolder holds us_counties.csv. */
  static read(referenceFolder: string): CountyTable {
    const lines = readFileSync(path.join(referenceFolder, 'us_counties.csv'), 'utf8').trimEnd().split('\n')
    return new CountyTable(
      lines.slice(HEADING_LINES).map((line) => {
        const [fips = '', state = '', name = '', latitude, longitude] = line.split(',')
        return { fips, state, name, middle: { latitude: Number(latitude), longitude: Number(longitude) } }
      }),
    )
  }

  /**
   * The county that the state's and county's names mean, or else the one whose middle is nearest to the position in
   * the named state, or in any where none is named; null where all are far.
   */
  find(state: string | null, county: string | null, position: Position | null): County | null {
    const named = state === null || county === null ? [] : (this.#byName.get(nameKey(state, county)) ?? [])
    if (position === null || named.length === 1) return named[0] ?? null
    const inState = this.#counties.filter((each) => each.state === state)
    return nearest(named.length > 0 ? named : inState.length > 0 ? inState : this.#counties, position)
  }
}

function nearest(counties: readonly County[], position: Position): County | null {
  let best: County | null = null
  let bestDegrees = MOST_DEGREES
  for (const county of counties) {
    const degrees = Math.hypot(
      county.middle.latitude - position.latitude,
      (county.middle.longitude - position.longitude) * Math.cos((position.latitude * Math.PI) / 180),
    )
    if (degrees >= bestDegrees) continue
    best = county
    bestDegrees = degrees
  }
  return best
}

function nameKey(state: string, county: string): string {
  const plain = county
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .toLowerCase()
    .replace(/\b(county|counties|parish|borough|census area|municipality|co\.)\s*$/, '')
    .replace(/^(saint|st\.?)\s/, 'st ')
    .replace(/[^a-z0-9]/g, '')
  return `${state.toUpperCase()} ${plain}`
}
