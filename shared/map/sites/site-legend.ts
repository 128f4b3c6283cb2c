import { VERDICT_LABELS, VERDICTS } from '../../domain/site/strategies.ts'
import type { MapScheme } from '../map-scheme.ts'
import { siteColors } from './site-colors.ts'
import { SITE_VALUE_CLASSES, type SiteValue } from './site-value.ts'

/** A colour of the markers and what it means. */
export interface SiteLegendRow {
  /** What `SitePaint.codes` hold. */
  readonly code: number
  readonly color: string
  readonly text: string
  readonly isUnknown: boolean
}

/** What the colours mean, the better end first and unknown last; verdicts in their own order. */
export function siteLegendRows(value: SiteValue, scheme: MapScheme): SiteLegendRow[] {
  const colors = siteColors(value, scheme)
  const row = (code: number, text: string, isUnknown: boolean): SiteLegendRow => ({
    code,
    color: colors[code]!,
    text,
    isUnknown,
  })
  if (value === 'verdict') return VERDICTS.map((verdict, code) => row(code, VERDICT_LABELS[verdict], false))
  const { texts, better, unknown } = SITE_VALUE_CLASSES[value]
  const classes = texts.map((text, code) => row(code, text, false))
  return [...(better === 'high' ? classes.reverse() : classes), row(texts.length, unknown, true)]
}

/** What other signs of a marker mean, on the screen and in pictures. */
export const HOLLOW_TEXT = 'Hollow: MW claimed or unknown'
export const BARRED_TEXT = 'Bar: a gate failed'
