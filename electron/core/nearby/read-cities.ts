import { readFileSync } from 'node:fs'
import path from 'node:path'
import { LABELS_FILE } from '../../../shared/map/basemap-layers.ts'
import { LABEL_KINDS, LABEL_UNITS_PER_DEGREE, parseLabels } from '../../../shared/map/label-set.ts'
import type { PlacedCandidate } from './nearest-place.ts'

export interface City extends PlacedCandidate {
  readonly name: string
  /** 0: a million people or more, 1: 250,000, 2: 80,000, 3: 20,000, 4: fewer. */
  readonly rank: number
}

const READ = new Map<string, readonly City[]>()

/** The places that the built-in map names; none where it is missing, which the map itself says. */
export function readCities(basemapFolder: string): readonly City[] {
  let cities = READ.get(basemapFolder)
  if (!cities) {
    cities = citiesOf(basemapFolder)
    READ.set(basemapFolder, cities)
  }
  return cities
}

function citiesOf(basemapFolder: string): City[] {
  let text: string
  try {
    text = readFileSync(path.join(basemapFolder, LABELS_FILE), 'utf8')
  } catch {
    return []
  }
  const { names, kinds, ranks, longitudes, latitudes } = parseLabels(text)
  const city = LABEL_KINDS.indexOf('city')
  return names.flatMap((name, index) => {
    if (kinds[index] !== city) return []
    const longitude = (longitudes[index] ?? Number.NaN) / LABEL_UNITS_PER_DEGREE
    const latitude = (latitudes[index] ?? Number.NaN) / LABEL_UNITS_PER_DEGREE
    return [{ name, rank: ranks[index] ?? 4, longitude, latitude }]
  })
}
