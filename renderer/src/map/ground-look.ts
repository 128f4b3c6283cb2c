import * as z from 'zod'
import { COORDINATE_FORMATS } from '../../../shared/map/coordinates/format-coordinates.ts'

export const SCALE_UNITS = ['both', 'miles', 'kilometers'] as const

/** What the user wants to see of the ground and around it. */
export const groundLook = z.object({
  showsCounties: z.boolean(),
  showsNames: z.boolean(),
  showsOperators: z.boolean(),
  scaleUnits: z.enum(SCALE_UNITS),
  coordinateFormat: z.enum(COORDINATE_FORMATS),
})

export type GroundLook = z.output<typeof groundLook>

export const DEFAULT_GROUND: GroundLook = {
  showsCounties: true,
  showsNames: true,
  showsOperators: false,
  scaleUnits: 'both',
  coordinateFormat: 'decimal',
}
