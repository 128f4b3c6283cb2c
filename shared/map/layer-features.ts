/** Features as they travel to the map: ids, and their geometries as well-known binary in degrees, little-endian. */
export interface PackedFeatures {
  readonly ids: Uint32Array
  /** One more than there are features: where in `geometries` each begins, and where the last one ends. */
  readonly offsets: Uint32Array
  readonly geometries: Uint8Array
}

const COUNT_BYTES = 4

/** One block of bytes: the count, the ids, the offsets, the geometries. */
export function packFeatures(
  features: readonly { readonly id: number; readonly geometry: Uint8Array }[],
): Uint8Array<ArrayBuffer> {
  const count = features.length
  const headBytes = COUNT_BYTES * (1 + count + count + 1)
  const bodyBytes = features.reduce((sum, { geometry }) => sum + geometry.length, 0)
  const bytes = new Uint8Array(headBytes + bodyBytes)
  const view = new DataView(bytes.buffer)
  view.setUint32(0, count, true)
  let offset = 0
  features.forEach(({ id, geometry }, index) => {
    view.setUint32(COUNT_BYTES * (1 + index), id, true)
    view.setUint32(COUNT_BYTES * (1 + count + index), offset, true)
    bytes.set(geometry, headBytes + offset)
    offset += geometry.length
  })
  view.setUint32(COUNT_BYTES * (1 + count + count), offset, true)
  return bytes
}

export function unpackFeatures(bytes: Uint8Array): PackedFeatures {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const count = view.getUint32(0, true)
  const uint = (at: number) => view.getUint32(COUNT_BYTES * at, true)
  return {
    ids: Uint32Array.from({ length: count }, (_, index) => uint(1 + index)),
    offsets: Uint32Array.from({ length: count + 1 }, (_, index) => uint(1 + count + index)),
    geometries: bytes.subarray(COUNT_BYTES * (2 + 2 * count)),
  }
}
