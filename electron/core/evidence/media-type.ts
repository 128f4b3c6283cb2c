/** A file's kind by its first bytes, whatever its name says. */
export function mediaTypeOf(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, 16)).toString('latin1')
  const known = SIGNATURES.find(([start, at]) => head.startsWith(start, at))
  return known?.[2] ?? 'application/octet-stream'
}

const SIGNATURES: readonly (readonly [start: string, at: number, mediaType: string])[] = [
  ['%PDF-', 0, 'application/pdf'],
  ['\xff\xd8\xff', 0, 'image/jpeg'],
  ['\x89PNG\r\n\x1a\n', 0, 'image/png'],
  ['GIF8', 0, 'image/gif'],
  ['WEBP', 8, 'image/webp'],
  ['ftypheic', 4, 'image/heic'],
  ['ftypavif', 4, 'image/avif'],
  ['II*\0', 0, 'image/tiff'],
  ['MM\0*', 0, 'image/tiff'],
]
