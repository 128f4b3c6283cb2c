import type { Map as LeafletMap } from 'leaflet'

/** Lines and areas, as SVG: the browser itself finds what the pointer is on. */
export const DRAWINGS_PANE = 'drawings'
/** Texts and photos, which are elements of their own. */
export const WORDS_PANE = 'drawing-words'
/** The corners to drag while something is drawn or edited. */
export const HANDLES_PANE = 'drawing-handles'

const Z_INDEXES: readonly (readonly [name: string, zIndex: number])[] = [
  [DRAWINGS_PANE, 460],
  [WORDS_PANE, 475],
  [HANDLES_PANE, 490],
]

/** After a StrictMode remount they are there already. */
export function makeDrawingPanes(map: LeafletMap): void {
  for (const [name, zIndex] of Z_INDEXES) {
    const pane = map.getPane(name) ?? map.createPane(name)
    pane.style.zIndex = String(zIndex)
  }
}
