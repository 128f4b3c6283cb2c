/** What a part of a feature is drawn as. A speck is a line or an area that is smaller than a pixel. */
export const PART = { point: 0, line: 1, ring: 2, hole: 3, speck: 4 } as const

export type PartKind = (typeof PART)[keyof typeof PART]

/** World units across the square of Web Mercator: one is less than a centimetre on the ground. */
export const WORLD_UNITS = 2 ** 32 - 1

/** Features as they are drawn at one zoom: clipped, simplified, in whole world units of Web Mercator. */
export interface LayerShapes {
  /** Features of the box that pass the filter; more than `ids` where there were too many to draw. */
  readonly matched: number
  readonly ids: Uint32Array
  /** One more than there are features: where in `kinds` the parts of each begin. */
  readonly partStarts: Uint32Array
  readonly kinds: Uint8Array
  /** One more than there are parts: where in `xy` the positions of each begin, counted in positions. */
  readonly positionStarts: Uint32Array
  /** X and y in turn; y grows south. */
  readonly xy: Uint32Array
}

const HEAD_WORDS = 4

/** One block of bytes. */
export function packShapes(shapes: LayerShapes): Uint8Array<ArrayBuffer> {
  const { matched, ids, partStarts, kinds, positionStarts, xy } = shapes
  const words = HEAD_WORDS + ids.length + partStarts.length + positionStarts.length + xy.length
  const buffer = new ArrayBuffer(words * 4 + kinds.length)
  const head = new Uint32Array(buffer, 0, words)
  head.set([matched, ids.length, kinds.length, xy.length / 2])
  let at = HEAD_WORDS
  for (const block of [ids, partStarts, positionStarts, xy]) {
    head.set(block, at)
    at += block.length
  }
  new Uint8Array(buffer, words * 4).set(kinds)
  return new Uint8Array(buffer)
}

export function unpackShapes(bytes: Uint8Array): LayerShapes {
  // A block that arrived inside a larger message may begin anywhere; words can be looked at on their bounds alone.
  const whole = bytes.byteOffset % 4 === 0 ? bytes : bytes.slice()
  let at = whole.byteOffset
  const take = (length: number) => {
    const block = new Uint32Array(whole.buffer, at, length)
    at += length * 4
    return block
  }
  const [matched = 0, features = 0, parts = 0, positions = 0] = take(HEAD_WORDS)
  const ids = take(features)
  const partStarts = take(features + 1)
  const positionStarts = take(parts + 1)
  const xy = take(positions * 2)
  return { matched, ids, partStarts, positionStarts, xy, kinds: new Uint8Array(whole.buffer, at, parts) }
}
