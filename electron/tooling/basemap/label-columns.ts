import { LABEL_KINDS, LABEL_UNITS_PER_DEGREE, type LabelKind, type LabelSet } from '../../../shared/map/label-set.ts'
import type { LabelEntry } from './label-entry.ts'

/**
 * What claims room before what: a great city before its state's name, which can move; counties before villages.
 */
const ORDER: Readonly<Record<LabelKind, readonly number[]>> = {
  country: [0, 0, 0],
  city: [1, 2, 4, 5, 7],
  state: [3, 3, 3],
  county: [6, 6, 6],
}

/** Puts the names into columns, most important first. */
export function labelColumns(entries: readonly LabelEntry[]): LabelSet {
  const order = (entry: LabelEntry) => ORDER[entry.kind][entry.rank] ?? 9
  const sorted = [...entries].sort((a, b) => order(a) - order(b) || b.weight - a.weight)
  const units = (degrees: number) => Math.round(degrees * LABEL_UNITS_PER_DEGREE)
  return {
    names: sorted.map((entry) => entry.name),
    kinds: sorted.map((entry) => LABEL_KINDS.indexOf(entry.kind)),
    ranks: sorted.map((entry) => entry.rank),
    longitudes: sorted.map((entry) => units(entry.longitude)),
    latitudes: sorted.map((entry) => units(entry.latitude)),
    minZooms: sorted.map((entry) => entry.minZoom),
    maxZooms: sorted.map((entry) => entry.maxZoom),
  }
}
