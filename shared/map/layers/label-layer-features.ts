import { LABEL_COLORS } from '../label-style.ts'
import type { MapScheme } from '../map-scheme.ts'
import { worldSizePx } from '../mercator.ts'
import type { Rect } from '../picture/clip.ts'
import type { PictureSink, PictureText } from '../picture/picture-sink.ts'
import type { MapWindow } from '../tile-cover.ts'
import { classStyles, sizeAtZoom } from './class-styles.ts'
import type { LayerScene } from './layer-scene.ts'
import { PART, WORLD_UNITS } from './layer-shapes.ts'

const SIZE_PX = 10.5
const MOST_LABELS = 300
const MOST_LETTERS = 40
const PADDING_PX = 3

/** How the labels of reference layers are set. */
export function layerLabelText(scheme: MapScheme): PictureText {
  return {
    sizePx: SIZE_PX,
    weight: 500,
    color: LABEL_COLORS[scheme].town,
    halo: { color: LABEL_COLORS[scheme].halo, widthPx: 2.6, opacity: 0.9 },
  }
}

/**
 * Writes the labels of a layer where there is room: beside a point, at the middle of a line or area; the largest
 * features first.
 * @param taken what no label may lie on; each that is written is added.
 */
export function labelLayerFeatures(
  sink: Pick<PictureSink, 'text'>,
  scene: LayerScene,
  window: MapWindow,
  scheme: MapScheme,
  taken: Rect[],
  measure: (text: string, look: PictureText) => number,
): void {
  const { shapes, boxes, labels, look } = scene
  if (!labels) return
  const px = worldSizePx(window.zoom) / WORLD_UNITS
  const style = layerLabelText(scheme)
  const styles = classStyles(look, scheme)
  let written = 0
  for (const feature of largestFirst(boxes)) {
    const label = labels[feature]
    if (!label) continue
    const anchor = anchorOf(scene, feature)
    const x = anchor.x * px - window.left
    const y = anchor.y * px - window.top
    if (x < 0 || y < 0 || x > window.width || y > window.height) continue
    const text = label.length > MOST_LETTERS ? `${label.slice(0, MOST_LETTERS - 1)}…` : label
    const width = measure(text, style)
    const isPoint = shapes.kinds[shapes.partStarts[feature]!] === PART.point
    const radius = (styles[scene.classes?.[feature] ?? 0]?.radiusPx ?? 0) * sizeAtZoom(window.zoom)
    const left = isPoint ? x + radius + 4 : x - width / 2
    const box = { minX: left - PADDING_PX, maxX: left + width + PADDING_PX, minY: y - 7, maxY: y + 7 }
    if (taken.some((each) => overlap(each, box))) continue
    taken.push(box)
    sink.text(text, left, y, style)
    written += 1
    if (written === MOST_LABELS) return
  }
}

function largestFirst(boxes: Float64Array): Uint32Array {
  const extent = (feature: number) =>
    boxes[4 * feature + 2]! - boxes[4 * feature]! + boxes[4 * feature + 3]! - boxes[4 * feature + 1]!
  return Uint32Array.from({ length: boxes.length / 4 }, (_, at) => at).sort(
    (one, other) => extent(other) - extent(one) || one - other,
  )
}

/** The middle position of the longest line, or the middle of the feature's box. */
function anchorOf({ shapes, boxes }: LayerScene, feature: number): { x: number; y: number } {
  const { partStarts, kinds, positionStarts, xy } = shapes
  let longest = -1
  for (let part = partStarts[feature]!; part < partStarts[feature + 1]!; part += 1)
    if (kinds[part] === PART.line && (longest < 0 || lengthOf(part) > lengthOf(longest))) longest = part
  if (longest >= 0) {
    const at = Math.floor((positionStarts[longest]! + positionStarts[longest + 1]! - 1) / 2)
    return { x: (xy[2 * at]! + xy[2 * at + 2]!) / 2, y: (xy[2 * at + 1]! + xy[2 * at + 3]!) / 2 }
  }
  const at = 4 * feature
  return { x: (boxes[at]! + boxes[at + 2]!) / 2, y: (boxes[at + 1]! + boxes[at + 3]!) / 2 }

  function lengthOf(part: number): number {
    return positionStarts[part + 1]! - positionStarts[part]!
  }
}

function overlap(one: Rect, other: Rect): boolean {
  return one.minX < other.maxX && one.maxX > other.minX && one.minY < other.maxY && one.maxY > other.minY
}
