export interface ImageSize {
  readonly width: number
  readonly height: number
}

/** Width and height in pixels as a picture's head states them, or null where the head is damaged. */
export function imageSize(bytes: Uint8Array, type: 'png' | 'jpeg' | 'webp'): ImageSize | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    if (type === 'png') return { width: view.getUint32(16), height: view.getUint32(20) }
    return type === 'jpeg' ? jpegSize(view) : webpSize(view)
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

/** The first frame header (SOF0 to SOF15, apart from the three markers among them that are none). */
function jpegSize(view: DataView): ImageSize | null {
  for (let at = 2; at < view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return null
    const marker = view.getUint8(at + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    // Fill bytes may stand before a marker.
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2)
  }
  return null
}

/** RFC 9649: extended, lossless and lossy files keep their size in three different places. */
function webpSize(view: DataView): ImageSize | null {
  const kind = String.fromCharCode(view.getUint8(12), view.getUint8(13), view.getUint8(14), view.getUint8(15))
  const uint24 = (at: number) => view.getUint16(at, true) | (view.getUint8(at + 2) << 16)
  if (kind === 'VP8X') return { width: uint24(24) + 1, height: uint24(27) + 1 }
  if (kind === 'VP8 ') return { width: view.getUint16(26, true) & 0x3fff, height: view.getUint16(28, true) & 0x3fff }
  if (kind !== 'VP8L') return null
  const packed = view.getUint32(21, true)
  return { width: (packed & 0x3fff) + 1, height: ((packed >>> 14) & 0x3fff) + 1 }
}
