import { normalQuantile } from '../statistics/normal-quantile.ts'
import type { StreamKey } from './stream-key.ts'
import { threefry2x32 } from './threefry.ts'

const words = new Uint32Array(2)

/** Fills `into` with independent standard normal numbers of one draw of a stream. */
export function standardNormals(key: StreamKey, draw: number, into: Float64Array): void {
  for (let index = 0; index < into.length; index += 2) {
    threefry2x32(key[0] ?? 0, key[1] ?? 0, draw, index >>> 1, words)
    into[index] = fromWord(words[0] ?? 0)
    if (index + 1 < into.length) into[index + 1] = fromWord(words[1] ?? 0)
  }
}

/** The middle of the word's 2^-32 share of the line, so that neither end is ever met. */
function fromWord(word: number): number {
  return normalQuantile((word + 0.5) / 4_294_967_296)
}
