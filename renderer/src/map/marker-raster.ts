/** A marker's picture: RGBA, not premultiplied. */
export interface Sprite {
  /** Pixels across; odd, so that there is a middle one. */
  readonly size: number
  /** A pixel a word. */
  readonly words: Uint32Array
  /** First and last column of each row that hold anything; an empty row's first lies past its last. */
  readonly spans: Int16Array
  /** Nominal radius in pixels. */
  readonly radius: number
}

/** Makes a sprite of a square picture of RGBA pixels. */
export function spriteOf(pixels: Uint8ClampedArray, size: number, radius: number): Sprite {
  const words = new Uint32Array(pixels.buffer, pixels.byteOffset, size * size)
  const spans = new Int16Array(size * 2)
  for (let row = 0; row < size; row += 1) {
    let first = size
    let last = -1
    for (let column = 0; column < size; column += 1) {
      if (words[row * size + column] === 0) continue
      first = Math.min(first, column)
      last = column
    }
    spans[row * 2] = first
    spans[row * 2 + 1] = last
  }
  return { size, words, spans, radius }
}

/** Share of the radius at which a marker is looked at whether it is hidden. */
const INNER = 0.75
/** So much of better markers lets too little of this one through to be seen beside them. */
const HIDING_ALPHA = 160

/**
 * Pixels that markers are stamped on, best first: each goes under what is there already, so the best stays on
 * top, and one that is hidden costs five look-ups or fewer. A hundred thousand markers take one frame this way.
 */
export class MarkerRaster {
  readonly width: number
  readonly height: number
  readonly pixels: Uint8ClampedArray<ArrayBuffer>
  readonly #words: Uint32Array
  #top = 0
  #bottom: number

  constructor(width: number, height: number) {
    this.width = width
    this.height = height
    this.#bottom = height
    this.pixels = new Uint8ClampedArray(width * height * 4)
    this.#words = new Uint32Array(this.pixels.buffer)
  }

  clear(): void {
    this.#words.fill(0)
  }

  /** Until told otherwise, stamps only what lies in these rows of pixels. @param bottom the first row past them */
  setBand(top: number, bottom: number): void {
    this.#top = Math.max(0, top)
    this.#bottom = Math.min(this.height, bottom)
  }

  /**
   * Stamps a sprite centred on a pixel, under what was stamped before. Returns false where its middle and four places
   * around it are hidden already; then nothing of it would be seen but a sliver of its rim.
   */
  stampUnder(sprite: Sprite, x: number, y: number): boolean {
    const reach = Math.round(sprite.radius * INNER)
    // What lies in another band is looked at there; here its nearest row stands for it.
    const last = this.#bottom - 1
    const middle = Math.min(last, Math.max(this.#top, y))
    if (
      this.#isHidden(x, middle) &&
      this.#isHidden(x - reach, middle) &&
      this.#isHidden(x + reach, middle) &&
      this.#isHidden(x, Math.min(last, Math.max(this.#top, y - reach))) &&
      this.#isHidden(x, Math.min(last, Math.max(this.#top, y + reach)))
    )
      return false
    this.#blend(sprite, x, y)
    return true
  }

  #blend(sprite: Sprite, x: number, y: number): void {
    const { size, words, spans } = sprite
    const target = this.#words
    const half = (size - 1) / 2
    const lastRow = Math.min(size - 1, this.#bottom - 1 - y + half)
    for (let row = Math.max(0, this.#top - y + half); row <= lastRow; row += 1) {
      const first = Math.max(spans[row * 2]!, half - x)
      const last = Math.min(spans[row * 2 + 1]!, this.width - 1 - x + half)
      let at = (y - half + row) * this.width + (x - half) + first
      for (let from = row * size + first; from <= row * size + last; from += 1, at += 1) {
        const there = target[at]!
        if (there === 0) target[at] = words[from]!
        else if (there >>> 24 < 255) target[at] = blendUnder(there, words[from]!)
      }
    }
  }

  #isHidden(x: number, y: number): boolean {
    if (x < 0 || x >= this.width) return true
    return this.#words[y * this.width + x]! >>> 24 >= HIDING_ALPHA
  }
}

/** Porter and Duff's "destination over" on two pixels of little-endian RGBA that are not premultiplied. */
function blendUnder(above: number, below: number): number {
  const aboveAlpha = above >>> 24
  // In units of 1/255 of a channel's full weight, so that all of it stays in whole numbers.
  const belowWeight = (below >>> 24) * (255 - aboveAlpha)
  const aboveWeight = aboveAlpha * 255
  const weight = aboveWeight + belowWeight
  if (weight === 0) return 0
  const half = weight >> 1
  const red = (((above & 255) * aboveWeight + (below & 255) * belowWeight + half) / weight) | 0
  const green = ((((above >> 8) & 255) * aboveWeight + ((below >> 8) & 255) * belowWeight + half) / weight) | 0
  const blue = ((((above >> 16) & 255) * aboveWeight + ((below >> 16) & 255) * belowWeight + half) / weight) | 0
  const alpha = ((weight + 127) / 255) | 0
  return ((alpha << 24) | (blue << 16) | (green << 8) | red) >>> 0
}
