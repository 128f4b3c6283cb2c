import type { AnnotationFigure, LonLat } from '../../../shared/domain/annotations/annotation-figure.ts'
import { figureCenter } from '../../../shared/map/geodesy/figure-box.ts'

/** Where the label of a figure goes: half way along a line, within an area, at a point. */
export function labelPlace(figure: AnnotationFigure): readonly [longitude: number, latitude: number] {
  const { geometry } = figure
  if (geometry.type === 'Point') return geometry.coordinates
  if (geometry.type === 'LineString') return halfWay(geometry.coordinates)
  const polygons = geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates
  const largest = polygons.reduce<LonLat[] | null>((best, [ring]) => {
    if (!ring) return best
    return best === null || Math.abs(flatArea(ring)) > Math.abs(flatArea(best)) ? ring : best
  }, null)
  return largest === null ? figureCenter(figure) : within(largest)
}

function halfWay(line: readonly LonLat[]): LonLat {
  const lengths = line.slice(1).map((to, at) => flatDistance(line[at] ?? to, to))
  let left = lengths.reduce((sum, length) => sum + length, 0) / 2
  for (const [at, length] of lengths.entries()) {
    const [from, to] = [line[at], line[at + 1]]
    if (from && to && left <= length) {
      const share = length === 0 ? 0 : left / length
      return [from[0] + (to[0] - from[0]) * share, from[1] + (to[1] - from[1]) * share]
    }
    left -= length
  }
  return line[0] ?? [0, 0]
}

/** The middle of the widest stretch that the ring's inside has on the parallel half way up: never outside of it. */
function within(ring: readonly LonLat[]): LonLat {
  const latitudes = ring.map(([, latitude]) => latitude)
  // A hair off, so that no corner lies on the parallel.
  const middle = (least(latitudes) + most(latitudes)) / 2 + 1e-10
  const crossings: number[] = []
  for (let at = 1; at < ring.length; at += 1) {
    const [from, to] = [ring[at - 1], ring[at]]
    if (!from || !to || from[1] > middle === to[1] > middle) continue
    crossings.push(from[0] + ((middle - from[1]) / (to[1] - from[1])) * (to[0] - from[0]))
  }
  crossings.sort((a, b) => a - b)
  let [best, width] = [ring[0]?.[0] ?? 0, -1]
  for (let at = 1; at < crossings.length; at += 2) {
    const [west, east] = [crossings[at - 1] ?? 0, crossings[at] ?? 0]
    if (east - west > width) [best, width] = [(west + east) / 2, east - west]
  }
  return [best, middle]
}

function flatArea(ring: readonly LonLat[]): number {
  let area = 0
  for (let at = 1; at < ring.length; at += 1) {
    const [from, to] = [ring[at - 1], ring[at]]
    if (from && to) area += from[0] * to[1] - to[0] * from[1]
  }
  return area / 2
}

/** As a map shows it: good enough to find the middle of a label's line. */
function flatDistance(from: LonLat, to: LonLat): number {
  return Math.hypot((to[0] - from[0]) * Math.cos((from[1] * Math.PI) / 180), to[1] - from[1])
}

function least(values: readonly number[]): number {
  return values.reduce((low, value) => Math.min(low, value), Infinity)
}

function most(values: readonly number[]): number {
  return values.reduce((high, value) => Math.max(high, value), -Infinity)
}
