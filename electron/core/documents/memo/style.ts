/** Page, grid, type and colour of the memo. Lengths are in points. */

export const PAGE = { width: 612, height: 792, left: 46, right: 46, top: 44, bottom: 52 } as const

export const CONTENT_WIDTH = PAGE.width - PAGE.left - PAGE.right
export const CONTENT_BOTTOM = PAGE.height - PAGE.bottom

/** Space between columns that stand side by side. */
export const GUTTER = 16

export const COLORS = {
  ink: '#1b1f27',
  secondary: '#545b67',
  faint: '#737a86',
  rule: '#d8dbe1',
  strongRule: '#9aa1ac',
  panel: '#f4f5f7',
  paper: '#ffffff',
  pass: '#1c7a5a',
  fail: '#b3261e',
  unknown: '#737a86',
} as const

export type FaceName = 'regular' | 'semibold'

export interface TextStyle {
  readonly face: FaceName
  readonly size: number
  readonly lineHeight: number
  readonly color: string
  /** Extra space between characters. */
  readonly tracking: number
}

export const STYLES = {
  body: style('regular', 8.3, 11.4, COLORS.ink),
  bodyStrong: style('semibold', 8.3, 11.4, COLORS.ink),
  lead: style('regular', 9.6, 13.4, COLORS.ink),
  verdict: style('semibold', 15, 18, COLORS.ink),
  place: style('regular', 9.2, 12.4, COLORS.secondary),
  heading: style('semibold', 10.8, 14, COLORS.ink),
  subheading: style('semibold', 8.3, 11.4, COLORS.ink),
  label: style('semibold', 6.3, 8.4, COLORS.secondary, 0.45),
  figure: style('semibold', 12.6, 15, COLORS.ink),
  figureNote: style('regular', 6.9, 8.9, COLORS.secondary),
  small: style('regular', 7.1, 9.2, COLORS.ink),
  smallStrong: style('semibold', 7.1, 9.2, COLORS.ink),
  smallQuiet: style('regular', 7.1, 9.2, COLORS.secondary),
  note: style('regular', 6.6, 8.6, COLORS.secondary),
  tableHead: style('semibold', 6.5, 8.6, COLORS.secondary, 0.1),
} as const satisfies Record<string, TextStyle>

function style(face: FaceName, size: number, lineHeight: number, color: string, tracking = 0): TextStyle {
  return { face, size, lineHeight, color, tracking }
}
