import {
  IconArrowUpRight,
  IconCamera,
  IconCircle,
  IconLine,
  IconMapPin,
  IconPointer,
  IconPolygon,
  IconRectangle,
  IconRotateClockwise2,
  IconRulerMeasure,
  IconScissors,
  IconScribble,
  IconTypography,
  IconVectorBezier,
} from '@tabler/icons-react'
import type { DrawingTool } from './drawing-tools.ts'

export const TOOL_ICONS: Readonly<Record<DrawingTool, typeof IconPointer>> = {
  select: IconPointer,
  point: IconMapPin,
  line: IconLine,
  arrow: IconArrowUpRight,
  freehand: IconScribble,
  polygon: IconPolygon,
  rectangle: IconRectangle,
  circle: IconCircle,
  text: IconTypography,
  photo: IconCamera,
  measure: IconRulerMeasure,
  vertices: IconVectorBezier,
  cut: IconScissors,
  rotate: IconRotateClockwise2,
}
