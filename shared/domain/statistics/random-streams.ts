/** Numbers evenly spread over 0 to 1, both ends left out. */
export type RandomSource = () => number

/** Independent sources by name: what one draws never changes another, so things can be added without disturbing others. */
export type RandomStreams = (name: string) => RandomSource

/**
 * Repeatable random numbers: the same seed and name always give the same sequence. Not for secrets.
 * Source: sfc32 of PractRand (Doty-Humphrey), started from a hash of seed and name.
 */
export function randomStreams(seed: number): RandomStreams {
  return (name) => {
    let state = hash(`${seed} ${name}`)
    const next = () => {
      state = (state + 0x9e3779b9) | 0
      return mix(state)
    }
    return sfc32(next(), next(), next())
  }
}

function sfc32(first: number, second: number, third: number): RandomSource {
  let a = first
  let b = second
  let c = third
  let counter = 1
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    return sum >>> 0
  }
  // The first numbers still resemble the start.
  for (let round = 0; round < 12; round += 1) next()
  return () => (next() + 0.5) / 2 ** 32
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let index = 0; index < text.length; index += 1) value = Math.imul(value ^ text.charCodeAt(index), 0x01000193)
  return value
}

/** Finalizer of MurmurHash3. */
function mix(value: number): number {
  let mixed = Math.imul(value ^ (value >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}
