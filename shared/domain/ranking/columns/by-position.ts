const BLOCK = 1_024

/** Runs a loop in blocks, so that the engine sees a function called often and compiles all of it, not its inside alone. */
export function inBlocks(count: number, loop: (first: number, end: number) => void): void {
  for (let first = 0; first < count; first += BLOCK) loop(first, Math.min(count, first + BLOCK))
}

/** Copies a column by position to the rows; one column at a time, because the processor's cache holds one and not all. */
export function putBack<T extends Float64Array | Uint8Array>(sorted: T, rows: Uint32Array, into: T): void {
  for (let position = 0; position < rows.length; position += 1) into[rows[position]!] = sorted[position]!
}

/** The values of the rows in the order of `rows`. */
export function byPosition<T extends Float64Array | Uint32Array | Uint8Array>(values: T, rows: Uint32Array): T {
  const taken = values.slice(0, rows.length) as T
  for (let position = 0; position < rows.length; position += 1) taken[position] = values[rows[position]!]!
  return taken
}
