import { ANNOTATION_SHAPES } from '../../../shared/domain/annotations/annotation-shape.ts'

/** Shapes that a tool draws, each by the tool of its name. */
export const DRAW_TOOLS = ANNOTATION_SHAPES

/** Tools that change what is drawn, and the ruler, which keeps nothing. */
export const OTHER_TOOLS = ['select', 'measure', 'vertices', 'cut', 'rotate'] as const

export type DrawTool = (typeof DRAW_TOOLS)[number]
export type DrawingTool = DrawTool | (typeof OTHER_TOOLS)[number]

interface ToolText {
  readonly label: string
  /** The key that chooses it while the drawing bar is open. */
  readonly key: string
  /** What to do with the pointer. */
  readonly hint: string
  /** What to do with keys. */
  readonly keys: string
}

const VERTEX_KEYS =
  'Keys: arrows move the crosshair, Space sets a point, Backspace takes it back, Enter ends, Esc leaves.'
const POINT_KEYS = 'Keys: arrows move the crosshair, Space sets it, Esc leaves.'

export const TOOL_TEXTS: Readonly<Record<DrawingTool, ToolText>> = {
  select: {
    label: 'Select and move',
    key: 'v',
    hint: 'Click to select, Shift adds, drag to move.',
    keys: 'Keys: arrows nudge, Delete removes, Ctrl+D duplicates.',
  },
  point: { label: 'Point', key: 'p', hint: 'Click where the point goes.', keys: POINT_KEYS },
  line: { label: 'Line', key: 'l', hint: 'Click each corner, then the last one again.', keys: VERTEX_KEYS },
  arrow: { label: 'Arrow', key: 'a', hint: 'Click from tail to head, then the head again.', keys: VERTEX_KEYS },
  freehand: { label: 'Freehand', key: 'f', hint: 'Press and draw; ends when you let go.', keys: VERTEX_KEYS },
  polygon: { label: 'Area', key: 'g', hint: 'Click each corner, then the first one.', keys: VERTEX_KEYS },
  rectangle: { label: 'Rectangle', key: 'r', hint: 'Click two opposite corners.', keys: VERTEX_KEYS },
  circle: { label: 'Circle', key: 'c', hint: 'Click the middle, then the edge.', keys: VERTEX_KEYS },
  text: { label: 'Text', key: 't', hint: 'Click where the text goes, then type it.', keys: POINT_KEYS },
  photo: {
    label: 'Photo of the site',
    key: 'i',
    hint: 'Choose a photo, then click where it was taken.',
    keys: POINT_KEYS,
  },
  measure: {
    label: 'Measure',
    key: 'm',
    hint: 'Click along what you measure; nothing is kept. Approximate, not a survey.',
    keys: VERTEX_KEYS,
  },
  vertices: {
    label: 'Edit vertices',
    key: 'e',
    hint: 'Drag a corner; drag between two to add one, right-click takes one away.',
    keys: 'Keys: the table of coordinates.',
  },
  cut: { label: 'Cut out', key: 'x', hint: 'Draw the area that is cut out of what it covers.', keys: VERTEX_KEYS },
  rotate: { label: 'Rotate', key: 'o', hint: 'Drag a corner round.', keys: 'Keys: degrees can be typed.' },
}

export function isDrawTool(tool: DrawingTool): tool is DrawTool {
  return DRAW_TOOLS.some((each) => each === tool)
}

/** True for the tools that set points on the map, and not those that work on what is there. */
export function isDrawing(tool: DrawingTool): boolean {
  return isDrawTool(tool) || tool === 'measure' || tool === 'cut'
}
