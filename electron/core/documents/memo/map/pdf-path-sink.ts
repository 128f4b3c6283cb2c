import { clipLine, clipRing, type Points, type Rect } from '../../../../../shared/map/picture/clip.ts'
import type { CuttingSink } from '../../../../../shared/map/picture/picture-sink.ts'
import { simplify } from '../../../../../shared/map/picture/simplify.ts'

/** PDF operators of one look: whole fills, each with its clip, or lines that wait for their stroke. */
export interface PaintedPath {
  readonly operators: string
  readonly fill: string | null
  readonly stroke: { readonly color: string; readonly width: number; readonly dash: readonly number[] } | null
}

/** Detail finer than this, in points, is left out of a printed map. */
const TOLERANCE = 0.18
/** Tiles overlap by this much, so that no hairline of water shows between them. */
const OVERLAP = 0.2
/** Cut rings run back along the cut; that happens this far outside, where the clip hides it. */
const HIDDEN = 2

/**
 * Records what the map draws as PDF paths, cut to the window of the tile in hand. Paths of one look that follow
 * within a layer become one path.
 */
export class PdfPathSink implements CuttingSink {
  readonly #painted: PaintedPath[] = []
  readonly #layer = new Map<string, { path: Omit<PaintedPath, 'operators'>; parts: string[] }>()
  #lines: number[][] = []
  readonly #whole: Rect
  #window: Rect

  constructor(width: number, height: number) {
    this.#whole = { minX: 0, minY: 0, maxX: width, maxY: height }
    this.#window = this.#whole
  }

  within(window: Rect | null): void {
    this.#window = window ? grown(window, OVERLAP) : this.#whole
  }

  endLayer(): void {
    for (const { path, parts } of this.#layer.values()) this.#painted.push({ ...path, operators: parts.join('\n') })
    this.#layer.clear()
  }

  done(): readonly PaintedPath[] {
    this.endLayer()
    return this.#painted
  }

  beginPath(): void {
    this.#lines = []
  }

  moveTo(x: number, y: number): void {
    this.#lines.push([x, y])
  }

  lineTo(x: number, y: number): void {
    this.#lines.at(-1)?.push(x, y)
  }

  closePath(): void {
    const line = this.#lines.at(-1)
    if (line) line.push(line[0] ?? 0, line[1] ?? 0)
  }

  fill(color: string): void {
    const { minX, minY, maxX, maxY } = this.#window
    const rings = this.#lines
      .map((line) => clipRing(line, grown(this.#window, HIDDEN)))
      .filter((ring) => ring.length >= 6)
      .map((ring) => operatorsOf(simplify([...ring, ring[0] ?? 0, ring[1] ?? 0], TOLERANCE), true))
      .filter((ring) => ring !== '')
    if (rings.length === 0) return
    const clip = [minX, minY, maxX - minX, maxY - minY].map(rounded).join(' ')
    this.#add({ fill: color, stroke: null }, [`q ${clip} re W n`, ...rings, 'f Q'])
  }

  stroke(color: string, width: number, dash: readonly number[]): void {
    const stretches = this.#lines.flatMap((line) => clipLine(line, this.#window))
    this.#add(
      { fill: null, stroke: { color, width, dash } },
      stretches.map((line) => operatorsOf(simplify(line, TOLERANCE), false)),
    )
  }

  #add(path: Omit<PaintedPath, 'operators'>, parts: readonly string[]): void {
    const drawn = parts.filter((part) => part !== '')
    if (drawn.length === 0) return
    const look = `${path.fill}|${path.stroke?.color}|${path.stroke?.width}`
    const known = this.#layer.get(look)
    if (known) known.parts.push(...drawn)
    else this.#layer.set(look, { path, parts: [...drawn] })
  }
}

function operatorsOf(line: Points, isRing: boolean): string {
  const corners: string[] = []
  const end = isRing ? line.length - 2 : line.length
  for (let at = 0; at < end; at += 2) {
    const corner = `${rounded(line[at] ?? 0)} ${rounded(line[at + 1] ?? 0)}`
    if (corner !== corners.at(-1)) corners.push(corner)
  }
  if (corners.length < (isRing ? 3 : 2)) return ''
  const [first, ...rest] = corners
  return `${first} m ${rest.map((corner) => `${corner} l`).join(' ')}${isRing ? ' h' : ''}`
}

function grown({ minX, minY, maxX, maxY }: Rect, by: number): Rect {
  return { minX: minX - by, minY: minY - by, maxX: maxX + by, maxY: maxY + by }
}

function rounded(value: number): number {
  return Math.round(value * 10) / 10
}
