import type { Position } from '../../domain/site/site-value.ts'
import type { AreaIndex } from '../areas/area-index.ts'
import { areaTitle } from '../areas/area-title.ts'
import { LABEL_UNITS_PER_DEGREE, type LabelSet } from '../label-set.ts'
import { labelKindOf } from '../label-style.ts'

/** A place that a name stands for. */
export interface FoundPlace extends Position {
  readonly kind: 'city' | 'county' | 'state' | 'country'
  readonly title: string
  /** Where it lies: "McLennan County, TX"; empty where nothing more is known. */
  readonly hint: string
  /** The text that was looked for is the whole name, not its beginning. */
  readonly isWhole: boolean
  /** West, south, east, north of an area; null for a point. */
  readonly box: readonly [number, number, number, number] | null
}

/** Finds places by the beginning of their name or of a word in it. */
export type FindPlaces = (text: string, limit: number) => FoundPlace[]

interface Entry {
  readonly words: string
  readonly place: () => Omit<FoundPlace, 'isWhole'>
  /** Smaller is more important. */
  readonly order: number
}

/** Indexes the names of the map; areas tell which state a town is in. */
export function placeFinder(labels: LabelSet, areas: AreaIndex): FindPlaces {
  const entries: Entry[] = [
    ...areas.states.map((area) => ({ words: plainWords(area.name), order: -2, place: () => areaPlace(area) })),
    ...labels.names.flatMap((name, label) => {
      const kind = labelKindOf(labels.kinds[label]!)
      // Counties and states come with their outlines from the areas.
      if (kind !== 'city' && kind !== 'country') return []
      return [{ words: plainWords(name), order: label, place: () => labelPlace(labels, label, areas) }]
    }),
    ...areas.counties.map((area) => ({
      words: plainWords(areaTitle(area).split(',')[0]!),
      order: labels.names.length,
      place: () => areaPlace(area),
    })),
  ]
  return (text, limit) => {
    const [name = '', ...rest] = text.split(',')
    const wanted = plainWords(name)
    if (wanted.length < 2) return []
    const state = stateCode(rest.join(' '), areas)
    const matches = entries
      .flatMap((entry) => {
        const fit = fitOf(entry.words, wanted)
        return fit === null ? [] : [{ entry, fit }]
      })
      .sort((a, b) => a.fit - b.fit || a.entry.order - b.entry.order)
    const found: FoundPlace[] = []
    for (const { entry, fit } of matches) {
      if (found.length >= limit) break
      const place = { ...entry.place(), isWhole: fit === 0 }
      if (rest.length === 0 || isIn(place, rest.join(' '), state, areas)) found.push(place)
    }
    return found
  }
}

/** 0 for the whole name, 1 for its beginning, 2 for the beginning of a later word, null for none. */
function fitOf(words: string, wanted: string): number | null {
  if (words === wanted) return 0
  if (words.startsWith(wanted)) return 1
  return words.includes(` ${wanted}`) ? 2 : null
}

const SHORT_WORDS: Readonly<Record<string, string>> = { st: 'saint', ste: 'sainte', ft: 'fort', mt: 'mount' }

function plainWords(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')
    .map((word) => SHORT_WORDS[word] ?? word)
    .join(' ')
}

function stateCode(text: string, areas: AreaIndex): string | null {
  const wanted = plainWords(text)
  return (
    areas.states.find((area) => area.state.toLowerCase() === wanted || plainWords(area.name) === wanted)?.state ?? null
  )
}

function isIn(place: FoundPlace, text: string, state: string | null, areas: AreaIndex): boolean {
  if (state !== null) return areas.stateAt(place)?.state === state || place.hint.endsWith(`, ${state}`)
  return plainWords(`${place.title} ${place.hint}`).includes(plainWords(text))
}

function areaPlace(area: AreaIndex['counties'][number]): Omit<FoundPlace, 'isWhole'> {
  const [west, south, east, north] = area.box
  return {
    kind: area.kind,
    title: areaTitle(area),
    hint: area.kind === 'state' ? 'State' : '',
    latitude: (south + north) / 2,
    longitude: (west + east) / 2,
    box: area.box,
  }
}

function labelPlace(labels: LabelSet, label: number, areas: AreaIndex): Omit<FoundPlace, 'isWhole'> {
  const position = {
    latitude: labels.latitudes[label]! / LABEL_UNITS_PER_DEGREE,
    longitude: labels.longitudes[label]! / LABEL_UNITS_PER_DEGREE,
  }
  const isCountry = labelKindOf(labels.kinds[label]!) === 'country'
  const county = isCountry ? null : areas.countyAt(position)
  return {
    ...position,
    kind: isCountry ? 'country' : 'city',
    title: labels.names[label]!,
    hint: county ? areaTitle(county) : isCountry ? 'Country' : '',
    box: null,
  }
}
