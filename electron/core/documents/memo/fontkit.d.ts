/** The part of fontkit 2 that the memo uses; the package brings no types. */
declare module 'fontkit' {
  export interface GlyphRun {
    readonly advanceWidth: number
  }

  export interface Font {
    readonly postscriptName: string
    readonly unitsPerEm: number
    readonly ascent: number
    readonly descent: number
    readonly capHeight: number
    layout(text: string): GlyphRun
    hasGlyphForCodePoint(codePoint: number): boolean
  }

  export function create(bytes: Uint8Array): Font
}
