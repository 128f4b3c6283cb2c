import { threefry2x32 } from './threefry.ts'

/** The key of one stream of random numbers: two 32-bit words. */
export type StreamKey = Uint32Array

/**
 * The key of the stream that belongs to a name under a seed. The name alone decides, never its place in a list. Names
 * meet in a key with a chance of 2^-64 a pair.
 */
export function streamKey(seed: number, name: string): StreamKey {
  const words = new Uint32Array(2)
  threefry2x32(seed, 0x5eed, hash(name, 0x9e3779b1, 0x85ebca6b), hash(name, 0xc2b2ae35, 0x27d4eb2f), words)
  return words
}

/** Multiply and shift over the text's UTF-16 units; two pairs of constants make two independent words. */
function hash(text: string, start: number, multiplier: number): number {
  let word = start | 0
  for (let index = 0; index < text.length; index += 1) {
    word = Math.imul(word ^ text.charCodeAt(index), multiplier)
    word ^= word >>> 15
  }
  word = Math.imul(word ^ (word >>> 16) ^ text.length, 0x7feb352d)
  return Math.imul(word ^ (word >>> 15), 0x846ca68b)
}
