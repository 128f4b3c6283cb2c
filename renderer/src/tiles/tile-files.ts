/** As much of a file as holds the definitions of its tables, which stand at its beginning. */
const HEAD_BYTES = 64 * 1024

/** Whether a file is called as map tiles are, where its content cannot be read before it is chosen. */
export function isNamedAsTiles(name: string): boolean {
  return /\.(mbtiles|pmtiles)$/i.test(name)
}

/** Parts files into those that hold map tiles, known by their content, and the others. */
export async function withoutTiles(dropped: readonly File[]): Promise<{ tiles: File[]; files: File[] }> {
  const tiles: File[] = []
  const files: File[] = []
  for (const file of dropped) {
    if (await holdsTiles(file)) tiles.push(file)
    else files.push(file)
  }
  return { tiles, files }
}

/**
 * PMTiles files begin with their name; older versions too, which the host refuses with a reason. MBTiles files are
 * SQLite databases with a table or view of tiles, but so are GeoPackages, which are imported.
 */
async function holdsTiles(file: File): Promise<boolean> {
  let head: string
  try {
    head = latin1(new Uint8Array(await file.slice(0, HEAD_BYTES).arrayBuffer()))
  } catch {
    // A folder, or a file that may not be read: the import says so.
    return false
  }
  if (head.startsWith('PMTiles') || head.startsWith('PM\u0001\0') || head.startsWith('PM\u0002\0')) return true
  if (!head.startsWith('SQLite format 3\0') || head.includes('gpkg_contents')) return false
  return /CREATE\s+(TABLE|VIEW)\s+(IF\s+NOT\s+EXISTS\s+)?["'`[]?tiles\b/i.test(head) || isNamedAsTiles(file.name)
}

function latin1(bytes: Uint8Array): string {
  let text = ''
  for (let at = 0; at < bytes.length; at += 8_192) text += String.fromCharCode(...bytes.subarray(at, at + 8_192))
  return text
}
