/** A marker's picture: RGBA, not premultiplied. */
export interface Sprite {
  /** Pixels across; odd, so that there is a middle one. */
  readonly size: number
  readonly pixels: Uint8ClampedArray
  /** The same memory, a pixel a word. */
  readonly words: Uint32Array
  /** Nominal radius in pixels. */
  readonly radius: number
}

/** Side of a cell of the record of what is covered, pixels; `>> 1` below divides by it. */
const CELL = 2

/**
 * Pixels that markers are stamped on, best first: each goes under what is there already, so the best stays on
 * top, and one that is wholly hidden costs five look-ups. A hundred thousand markers take one frame this way.
 */
export class MarkerRaster {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8ClampedArray<ArrayBuffer>
  readonly #words: Uint32Array
  readonly #covered: Uint8Array
  readonly #columns: number

  constructor(width: number, height: number) {
    this.width = width
    this.height = height
    this.pixels = new Uint8ClampedArray(width * height * 4)
    this.#words = new Uint32Array(this.pixels.buffer)
    this.#columns = Math.ceil(width / CELL)
    this.#covered = new Uint8Array(this.#columns * Math.ceil(height / CELL))
  }

  clear(): void {
    this.#words.fill(0)
    this.#covered.fill(0)
  }

  /** Stamps a sprite centred on a pixel, under what was stamped before. Returns false where it was wholly hidden. */
  stampUnder(sprite: Sprite, x: number, y: number): boolean {
    const reach = sprite.radius
    if (
      this.#isCovered(x, y) &&
      this.#isCovered(x - reach, y) &&
      this.#isCovered(x + reach, y) &&
      this.#isCovered(x, y - reach) &&
      this.#isCovered(x, y + reach)
    )
      return false
    this.#blend(sprite, x, y)
    const { words, size } = sprite
    const isSolid = words[(size * size - 1) / 2]! >>> 24 === 255
    if (isSolid) this.#cover(x, y, reach * 0.72)
    return true
  }

  #blend(sprite: Sprite, x: number, y: number): void {
    const { size, pixels, words } = sprite
    const half = (size - 1) / 2
    const firstColumn = Math.max(0, half - x)
    const lastColumn = Math.min(size - 1, this.width - 1 - x + half)
    const firstRow = Math.max(0, half - y)
    const lastRow = Math.min(size - 1, this.height - 1 - y + half)
    for (let row = firstRow; row <= lastRow; row += 1) {
      let target = (y - half + row) * this.width + (x - half) + firstColumn
      let source = row * size + firstColumn
      for (let column = firstColumn; column <= lastColumn; column += 1, target += 1, source += 1) {
        const word = words[source]!
        if (word === 0) continue
        const there = this.#words[target]!
        if (there === 0) this.#words[target] = word
        else if (this.pixels[target * 4 + 3]! < 255) this.#blendUnder(target * 4, pixels, source * 4)
      }
    }
  }

  /** Porter and Duff's "destination over" on colours that are not premultiplied. */
  #blendUnder(target: number, source: Uint8ClampedArray, at: number): void {
    const above = this.pixels[target + 3]! / 255
    const below = (source[at + 3]! / 255) * (1 - above)
    const alpha = above + below
    if (alpha === 0) return
    for (let channel = 0; channel < 3; channel += 1) {
      this.pixels[target + channel] = (this.pixels[target + channel]! * above + source[at + channel]! * below) / alpha
    }
    this.pixels[target + 3] = alpha * 255
  }

  #isCovered(x: number, y: number): boolean {
    if (x < 0 || y < 0 || x >= this.width || y >= this.height) return true
    return this.#covered[(y >> 1) * this.#columns + (x >> 1)] === 1
  }

  #cover(x: number, y: number, half: number): void {
    const firstColumn = Math.max(0, Math.ceil((x - half) / CELL))
    const lastColumn = Math.min(this.#columns - 1, Math.floor((x + half) / CELL))
    const firstRow = Math.max(0, Math.ceil((y - half) / CELL))
    const lastRow = Math.min(Math.ceil(this.height / CELL) - 1, Math.floor((y + half) / CELL))
    for (let row = firstRow; row <= lastRow; row += 1)
      this.#covered.fill(1, row * this.#columns + firstColumn, row * this.#columns + lastColumn + 1)
  }
}
