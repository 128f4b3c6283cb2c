export interface GridTile {
  readonly z: number
  readonly x: number
  readonly y: number
}

/** The tile of a source that holds a tile of the map's grid. */
export interface SourceTile extends GridTile {
  readonly key: string
  /** The grid tile's part: the source tile is this many grid tiles wide, and the part this many from its corner. */
  readonly across: number
  readonly column: number
  readonly row: number
}

/** Past the deepest zoom of a source its tiles are magnified. */
export function sourceTileOf({ z, x, y }: GridTile, maxZoom: number): SourceTile {
  const deeper = Math.max(0, z - maxZoom)
  const across = 2 ** deeper
  const source = { z: z - deeper, x: Math.floor(x / across), y: Math.floor(y / across) }
  return {
    ...source,
    key: `${source.z}/${source.x}/${source.y}`,
    across,
    column: x - source.x * across,
    row: y - source.y * across,
  }
}
