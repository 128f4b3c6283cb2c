const PARITY = 0x1bd11bda
const ROTATIONS = [
  [13, 15, 26, 6],
  [17, 29, 16, 24],
] as const

/**
 * Turns a counter of two 32-bit words into two random words under a key of two words, written to `into`.
 * There is no state: the same key and counter give the same words whatever was drawn before, so a site's draws do not
 * depend on the other sites. Source: Salmon and others 2011, Threefry-2x32 with 20 rounds.
 */
export function threefry2x32(key0: number, key1: number, counter0: number, counter1: number, into: Uint32Array): void {
  const key2 = PARITY ^ key0 ^ key1
  let x0 = (counter0 + key0) | 0
  let x1 = (counter1 + key1) | 0
  for (let group = 0; group < 5; group += 1) {
    const [a, b, c, d] = ROTATIONS[(group & 1) as 0 | 1]
    x0 = (x0 + x1) | 0
    x1 = ((x1 << a) | (x1 >>> (32 - a))) ^ x0
    x0 = (x0 + x1) | 0
    x1 = ((x1 << b) | (x1 >>> (32 - b))) ^ x0
    x0 = (x0 + x1) | 0
    x1 = ((x1 << c) | (x1 >>> (32 - c))) ^ x0
    x0 = (x0 + x1) | 0
    x1 = ((x1 << d) | (x1 >>> (32 - d))) ^ x0
    const next = group + 1
    x0 = (x0 + (next % 3 === 0 ? key0 : next % 3 === 1 ? key1 : key2)) | 0
    x1 = (x1 + (next % 3 === 0 ? key1 : next % 3 === 1 ? key2 : key0) + next) | 0
  }
  into[0] = x0
  into[1] = x1
}
