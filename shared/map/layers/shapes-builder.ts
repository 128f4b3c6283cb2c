import type { LayerShapes, PartKind } from './layer-shapes.ts'

/** Puts the shapes of a layer together, feature by feature. */
export class ShapesBuilder {
  readonly #ids: number[] = []
  readonly #partStarts: number[] = [0]
  readonly #kinds: number[] = []
  readonly #positionStarts: number[] = [0]
  #xy = new Uint32Array(4_096)
  #length = 0

  /** Adds a part to the feature that `endFeature` will name. */
  addPart(kind: PartKind, xy: ArrayLike<number>): void {
    this.#room(xy.length)
    for (let at = 0; at < xy.length; at += 1) this.#xy[this.#length + at] = Math.round(xy[at]!)
    this.#length += xy.length
    this.#kinds.push(kind)
    this.#positionStarts.push(this.#length / 2)
  }

  /** Ends a feature; one without parts is left out. */
  endFeature(id: number): void {
    if (this.#kinds.length === this.#partStarts.at(-1)) return
    this.#ids.push(id)
    this.#partStarts.push(this.#kinds.length)
  }

  shapes(matched: number): LayerShapes {
    return {
      matched,
      ids: Uint32Array.from(this.#ids),
      partStarts: Uint32Array.from(this.#partStarts),
      kinds: Uint8Array.from(this.#kinds),
      positionStarts: Uint32Array.from(this.#positionStarts),
      xy: this.#xy.subarray(0, this.#length),
    }
  }

  #room(more: number): void {
    if (this.#length + more <= this.#xy.length) return
    const larger = new Uint32Array(Math.max(this.#xy.length * 2, this.#length + more))
    larger.set(this.#xy.subarray(0, this.#length))
    this.#xy = larger
  }
}
