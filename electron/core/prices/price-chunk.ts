/** The intervals of one node that begin in one month of UTC. */
export interface PriceChunk {
  /** Year and month: 202201. */
  readonly month: number
  readonly starts: Uint32Array
  readonly prices: Float64Array
}

/** Cuts a series, which is in the order of time, at the months of UTC. */
export function monthChunks(starts: Uint32Array, prices: Float64Array): PriceChunk[] {
  const chunks: PriceChunk[] = []
  let from = 0
  while (from < starts.length) {
    const { month, ends } = monthOf(starts[from] ?? 0)
    let to = from + 1
    while (to < starts.length && (starts[to] ?? 0) < ends) to++
    chunks.push({ month, starts: starts.subarray(from, to), prices: prices.subarray(from, to) })
    from = to
  }
  return chunks
}

/** Two chunks of a month as one; where both have an interval the later one's price holds. */
export function overlay(earlier: PriceChunk, later: PriceChunk): PriceChunk {
  const starts = new Uint32Array(earlier.starts.length + later.starts.length)
  const prices = new Float64Array(starts.length)
  let length = 0
  let [a, b] = [0, 0]
  while (a < earlier.starts.length || b < later.starts.length) {
    const startA = earlier.starts[a] ?? Infinity
    const startB = later.starts[b] ?? Infinity
    const takesLater = startB <= startA
    starts[length] = Math.min(startA, startB)
    prices[length++] = (takesLater ? later.prices[b] : earlier.prices[a]) ?? 0
    if (startA <= startB) a++
    if (takesLater) b++
  }
  return { month: later.month, starts: starts.slice(0, length), prices: prices.slice(0, length) }
}

/** Packed as the catalog keeps it, little-endian on every machine. */
export function packChunk({ starts, prices }: PriceChunk): { starts: Buffer; prices: Buffer } {
  const packed = { starts: Buffer.allocUnsafe(starts.length * 4), prices: Buffer.allocUnsafe(prices.length * 8) }
  for (let i = 0; i < starts.length; i++) {
    packed.starts.writeUInt32LE(starts[i] ?? 0, i * 4)
    packed.prices.writeDoubleLE(prices[i] ?? 0, i * 8)
  }
  return packed
}

export function unpackChunk(month: number, packedStarts: Buffer, packedPrices: Buffer): PriceChunk {
  const starts = new Uint32Array(packedStarts.length / 4)
  const prices = new Float64Array(starts.length)
  for (let i = 0; i < starts.length; i++) {
    starts[i] = packedStarts.readUInt32LE(i * 4)
    prices[i] = packedPrices.readDoubleLE(i * 8)
  }
  return { month, starts, prices }
}

function monthOf(seconds: number): { month: number; ends: number } {
  const date = new Date(seconds * 1_000)
  const [year, month] = [date.getUTCFullYear(), date.getUTCMonth()]
  return { month: year * 100 + month + 1, ends: Date.UTC(year, month + 1, 1) / 1_000 }
}
