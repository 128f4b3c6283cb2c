import type { Canvas } from './canvas.ts'

/** Something of known size that is drawn whole. */
export interface Box {
  readonly width: number
  readonly height: number
  draw(canvas: Canvas, x: number, y: number): void
}

/** Boxes below each other. */
export function stack(boxes: readonly Box[], gap = 0): Box {
  return {
    width: Math.max(0, ...boxes.map((box) => box.width)),
    height: boxes.reduce((sum, box) => sum + box.height, 0) + gap * Math.max(0, boxes.length - 1),
    draw(canvas, x, y) {
      let top = y
      for (const box of boxes) {
        box.draw(canvas, x, top)
        top += box.height + gap
      }
    },
  }
}

/** Boxes beside each other, tops aligned. */
export function row(boxes: readonly Box[], gap: number): Box {
  return {
    width: boxes.reduce((sum, box) => sum + box.width, 0) + gap * Math.max(0, boxes.length - 1),
    height: Math.max(0, ...boxes.map((box) => box.height)),
    draw(canvas, x, y) {
      let left = x
      for (const box of boxes) {
        box.draw(canvas, left, y)
        left += box.width + gap
      }
    },
  }
}

/** Empty room. */
export function space(height: number, width = 0): Box {
  return { width, height, draw() {} }
}
