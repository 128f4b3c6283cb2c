import * as z from 'zod'
import { SITE_VALUES } from '../../../shared/map/sites/site-value.ts'

/** By what a marker's size is chosen. */
export const SITE_SIZES = ['mw', 'same'] as const

/** What the user wants colour and size of the sites to say. */
export const siteLook = z.object({ colorBy: z.enum(SITE_VALUES), sizeBy: z.enum(SITE_SIZES) })

export type SiteLook = z.output<typeof siteLook>

export const DEFAULT_SITE_LOOK: SiteLook = { colorBy: 'verdict', sizeBy: 'mw' }
