const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** The header chunk always comes first and has 13 bytes. */
const HEADER_END = SIGNATURE.length + 4 + 4 + 13 + 4
const CHUNK_BYTES = 4 + 4 + 9 + 4
const METERS_PER_INCH = 0.0254

/**
 * A PNG that says how many dots of it make an inch, so that it prints in its size.
 * @throws TypeError where the bytes are no PNG.
 */
export function withDensity(png: Uint8Array, dotsPerInch: number): Uint8Array<ArrayBuffer> {
  if (png.length < HEADER_END || SIGNATURE.some((byte, at) => png[at] !== byte))
    throw new TypeError('The bytes are not a PNG.')
  const dotsPerMeter = Math.round(dotsPerInch / METERS_PER_INCH)
  const chunk = new Uint8Array(CHUNK_BYTES)
  const view = new DataView(chunk.buffer)
  view.setUint32(0, 9)
  chunk.set([0x70, 0x48, 0x59, 0x73], 4)
  view.setUint32(8, dotsPerMeter)
  view.setUint32(12, dotsPerMeter)
  view.setUint8(16, 1)
  view.setUint32(17, crc32(chunk.subarray(4, 17)))
  const whole = new Uint8Array(png.length + chunk.length)
  whole.set(png.subarray(0, HEADER_END))
  whole.set(chunk, HEADER_END)
  whole.set(png.subarray(HEADER_END), HEADER_END + chunk.length)
  return whole
}

/** The check sum of PNG (ISO 3309), bit by bit: 13 bytes need no table. */
function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff
  for (const byte of bytes) {
    crc ^= byte
    for (let bit = 0; bit < 8; bit += 1) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1
  }
  return (crc ^ 0xffffffff) >>> 0
}
