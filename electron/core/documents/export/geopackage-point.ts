const ENVELOPE_BYTES = 32
const HEAD_BYTES = 8 + ENVELOPE_BYTES
const WKB_POINT_BYTES = 21
/** Little-endian, with an envelope of x and y. */
const FLAGS = 0b0000_0011
const WKB_POINT = 1

/** A point as a GeoPackage holds it: head, envelope, well-known binary. */
export function geopackagePoint([x, y]: readonly [number, number], srsId: number): Buffer {
  const bytes = Buffer.alloc(HEAD_BYTES + WKB_POINT_BYTES)
  bytes.write('GP', 'latin1')
  bytes[3] = FLAGS
  bytes.writeInt32LE(srsId, 4)
  for (const [index, value] of [x, x, y, y].entries()) bytes.writeDoubleLE(value, 8 + index * 8)
  bytes[HEAD_BYTES] = 1
  bytes.writeUInt32LE(WKB_POINT, HEAD_BYTES + 1)
  bytes.writeDoubleLE(x, HEAD_BYTES + 5)
  bytes.writeDoubleLE(y, HEAD_BYTES + 13)
  return bytes
}
