import type { Layout } from './layout.ts'
import { referenceSites } from './reference-sites.ts'
import { retiredCoal } from './retired-coal.ts'
import { sitesCsv } from './sites-csv.ts'

/** Every layout that Switchyard reads, the most particular first; the last takes any list of sites. */
export const LAYOUTS: readonly Layout[] = [referenceSites, retiredCoal, sitesCsv]
