import * as z from 'zod'

const bounds = z.object({
  x: z.int(),
  y: z.int(),
  width: z.int().min(200).max(20_000),
  height: z.int().min(200).max(20_000),
  isMaximized: z.boolean().default(false),
})

export type WindowBounds = z.output<typeof bounds>

/** Pixels of a window's top strip that must lie on a screen, so that it can be grasped. */
const GRASPABLE = { width: 120, height: 32 }

/**
 * Where the window stood when it was last closed, or null when that is not known or no longer on any screen,
 * as after a monitor was unplugged.
 */
export function rememberedBounds(stored: unknown, workAreas: readonly Electron.Rectangle[]): WindowBounds | null {
  const parsed = bounds.safeParse(stored)
  if (!parsed.success) return null
  const { x, y, width } = parsed.data
  const isReachable = workAreas.some((area) => {
    const shownWidth = Math.min(x + width, area.x + area.width) - Math.max(x, area.x)
    const shownHeight = Math.min(y + GRASPABLE.height, area.y + area.height) - Math.max(y, area.y)
    return shownWidth >= GRASPABLE.width && shownHeight >= GRASPABLE.height
  })
  return isReachable ? parsed.data : null
}
