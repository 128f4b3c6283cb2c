import KDBush from 'kdbush'
import { LABEL_UNITS_PER_DEGREE, type LabelSet } from './label-set.ts'
import { mercatorX, mercatorY } from './mercator.ts'

/** Finds the names that may show in a rectangle at a zoom without looking at the rest. */
export interface LabelIndex {
  readonly labels: LabelSet
  /** World coordinates (unit square) by label. */
  readonly x: Float64Array
  readonly y: Float64Array
  /** Labels within the rectangle of the unit square that are candidates at the zoom, most important first. */
  candidates(zoom: number, minX: number, minY: number, maxX: number, maxY: number): number[]
}

export function indexLabels(labels: LabelSet): LabelIndex {
  const count = labels.names.length
  const x = Float64Array.from(labels.longitudes, (value) => mercatorX(value / LABEL_UNITS_PER_DEGREE))
  const y = Float64Array.from(labels.latitudes, (value) => mercatorY(value / LABEL_UNITS_PER_DEGREE))

  // One tree for each zoom at which names first show: an overview never visits the villages.
  const byMinZoom = new Map<number, number[]>()
  for (let label = 0; label < count; label += 1) {
    const minZoom = labels.minZooms[label]!
    const group = byMinZoom.get(minZoom)
    if (group) group.push(label)
    else byMinZoom.set(minZoom, [label])
  }
  const tiers = [...byMinZoom].map(([minZoom, members]) => {
    const tree = new KDBush(members.length)
    for (const label of members) tree.add(x[label]!, y[label]!)
    return { minZoom, members, tree: tree.finish() }
  })

  return {
    labels,
    x,
    y,
    candidates(zoom, minX, minY, maxX, maxY) {
      const found: number[] = []
      for (const { minZoom, members, tree } of tiers) {
        if (minZoom > zoom) continue
        for (const member of tree.range(minX, minY, maxX, maxY)) {
          const label = members[member]!
          if (labels.maxZooms[label]! >= zoom) found.push(label)
        }
      }
      return found.sort((a, b) => a - b)
    },
  }
}
