import { classOf } from '../../../shared/map/layers/class-breaks.ts'
import { isGated, readSiteValue, type SiteValueSource } from '../../../shared/map/sites/read-site-value.ts'
import { SITE_VALUE_CLASSES, type SiteValue } from '../../../shared/map/sites/site-value.ts'
import { isHollow } from './marker-look.ts'

/** No megawatt figure stands above a claim, or none is known. */
export const HOLLOW_MARK = 1
/** A gate failed. */
export const BARRED_MARK = 2

/** How each site's marker is painted, but for its shape and size. */
export interface SitePaint {
  readonly value: SiteValue
  /** Index into `siteColors` by row. */
  readonly codes: Uint8Array
  /** HOLLOW_MARK and BARRED_MARK, added, by row. */
  readonly marks: Uint8Array
  /** The code of sites without the value; of verdicts there is none. */
  readonly unknownCode: number | null
}

export function sitePaint(value: SiteValue, source: SiteValueSource): SitePaint {
  const { ranking } = source
  const { count } = ranking
  const marks = new Uint8Array(count)
  for (let row = 0; row < count; row += 1)
    marks[row] = (isHollow(ranking, row) ? HOLLOW_MARK : 0) + (isGated(ranking, row) ? BARRED_MARK : 0)
  if (value === 'verdict') return { value, codes: ranking.verdict, marks, unknownCode: null }
  const { breaks } = SITE_VALUE_CLASSES[value]
  const unknownCode = breaks.length + 1
  const read = readSiteValue(value, source)
  const codes = new Uint8Array(count)
  for (let row = 0; row < count; row += 1) {
    const at = read(row)
    codes[row] = Number.isNaN(at) ? unknownCode : classOf(at, breaks)
  }
  return { value, codes, marks, unknownCode }
}
