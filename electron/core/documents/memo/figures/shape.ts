import type { TextStyle } from '../style.ts'

/** What a figure is made of, in points from its top left corner, y down. Colours are hex. */
export type Shape =
  | {
      readonly kind: 'rect'
      readonly x: number
      readonly y: number
      readonly width: number
      readonly height: number
      readonly fill?: string
      readonly stroke?: string
      readonly strokeWidth?: number
    }
  | {
      readonly kind: 'line'
      readonly x1: number
      readonly y1: number
      readonly x2: number
      readonly y2: number
      readonly color: string
      readonly width: number
      readonly dash?: readonly number[]
    }
  | {
      readonly kind: 'circle'
      readonly x: number
      readonly y: number
      readonly radius: number
      readonly fill?: string
      readonly stroke?: string
      readonly strokeWidth?: number
    }
  /** `data` in SVG path syntax; filled by the non-zero rule. */
  | {
      readonly kind: 'path'
      readonly data: string
      readonly fill?: string
      readonly stroke?: string
      readonly strokeWidth?: number
      readonly dash?: readonly number[]
    }
  /** One line of text; `y` is its baseline, `x` its left, right or middle by `align`. */
  | {
      readonly kind: 'text'
      readonly text: string
      readonly x: number
      readonly y: number
      readonly style: TextStyle
      readonly align: 'left' | 'right' | 'center'
    }
