import { utf8Decode } from '../../columns/utf8.ts'

/**
 * Reads a protocol buffer within its bounds. Readers in libraries go on past the end of what they were given and
 * believe any length, with which a small hostile file can keep a page busy for ever.
 * Every method throws a RangeError past the end.
 */
export class ByteReader {
  readonly #bytes: Uint8Array
  readonly #end: number
  #at: number

  constructor(bytes: Uint8Array, start = 0, end = bytes.length) {
    if (start < 0 || start > end || end > bytes.length) throw new RangeError('The tile ends too early.')
    this.#bytes = bytes
    this.#at = start
    this.#end = end
  }

  get hasMore(): boolean {
    return this.#at < this.#end
  }

  /** An unsigned number of up to 64 bits; above 2^53 its last digits are lost. */
  varint(): number {
    let value = 0
    let factor = 1
    for (let count = 0; count < 10; count += 1) {
      if (this.#at >= this.#end) throw new RangeError('The tile ends too early.')
      const byte = this.#bytes[this.#at] as number
      this.#at += 1
      value += (byte & 0x7f) * factor
      if (byte < 0x80) return value
      factor *= 128
    }
    throw new RangeError('The tile holds a number that never ends.')
  }

  /** A signed number in zigzag form. */
  signed(): number {
    const value = this.varint()
    return value % 2 === 0 ? value / 2 : -(value + 1) / 2
  }

  /** A reader of the next piece, whose length comes first. */
  piece(): ByteReader {
    const length = this.varint()
    const start = this.#at
    if (length > this.#end - start) throw new RangeError('The tile ends too early.')
    this.#at = start + length
    return new ByteReader(this.#bytes, start, this.#at)
  }

  text(): string {
    return utf8Decode(this.piece().rest())
  }

  float32(): number {
    return this.#view(4).getFloat32(0, true)
  }

  float64(): number {
    return this.#view(8).getFloat64(0, true)
  }

  /** Steps over a value of a wire type that is not read. */
  skip(wireType: number): void {
    if (wireType === 0) this.varint()
    else if (wireType === 1) this.#view(8)
    else if (wireType === 2) this.piece()
    else if (wireType === 5) this.#view(4)
    else throw new RangeError('The tile holds a value of an unknown kind.')
  }

  /** What is left, without a copy. */
  rest(): Uint8Array {
    return this.#bytes.subarray(this.#at, this.#end)
  }

  #view(length: number): DataView {
    if (this.#end - this.#at < length) throw new RangeError('The tile ends too early.')
    const view = new DataView(this.#bytes.buffer, this.#bytes.byteOffset + this.#at, length)
    this.#at += length
    return view
  }
}
