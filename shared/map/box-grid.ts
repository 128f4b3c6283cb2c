import type { LabelBox } from './place-labels.ts'

const CELL_PX = 64

/** Boxes by the cells that they touch, to find out what room is taken. */
export class BoxGrid {
  readonly #cells = new Map<number, LabelBox[]>()
  readonly #columns: number

  constructor(width: number, height: number) {
    this.#columns = Math.ceil(Math.max(width, height) / CELL_PX) + 64
  }

  add(box: LabelBox): void {
    for (const cell of this.#touched(box)) {
      const boxes = this.#cells.get(cell)
      if (boxes) boxes.push(box)
      else this.#cells.set(cell, [box])
    }
  }

  hits(box: LabelBox): boolean {
    for (const cell of this.#touched(box)) {
      for (const other of this.#cells.get(cell) ?? []) {
        if (box.minX < other.maxX && other.minX < box.maxX && box.minY < other.maxY && other.minY < box.maxY)
          return true
      }
    }
    return false
  }

  *#touched(box: LabelBox): Generator<number> {
    for (let row = Math.floor(box.minY / CELL_PX); row <= Math.floor(box.maxY / CELL_PX); row += 1) {
      for (let column = Math.floor(box.minX / CELL_PX); column <= Math.floor(box.maxX / CELL_PX); column += 1)
        yield row * this.#columns + column
    }
  }
}
