import { VERDICTS } from '../../domain/site/strategies.ts'
import { BASEMAP_COLORS } from '../basemap-style.ts'
import type { MapScheme } from '../map-scheme.ts'
import { VERDICT_COLORS } from '../verdict-colors.ts'
import { mixHex } from './mix-hex.ts'
import { SITE_VALUE_CLASSES, type SiteValue } from './site-value.ts'

/**
 * Six steps of viridis (van der Walt and Smith, 2015), whose lightness rises evenly for readers of any colour vision:
 * on a light ground towards its dark end, on a dark one towards its light end, so that the better end stands out.
 */
const RAMPS: Readonly<Record<MapScheme, readonly string[]>> = {
  light: ['#b5d433', '#54b96b', '#21998a', '#2c718e', '#453781', '#37013f'],
  dark: ['#5b3f8c', '#3f6ca3', '#2b9a99', '#3fbc73', '#93d441', '#fde725'],
  print: ['#b5d433', '#54b96b', '#21998a', '#2c718e', '#453781', '#37013f'],
}

/** What has no value. */
export const UNKNOWN_SITE_COLORS: Readonly<Record<MapScheme, string>> = {
  light: '#80858d',
  dark: '#8e97a3',
  print: '#80858d',
}

/** How much of the ground goes into the colour of a site that no strategy fits. */
const FADE = 0.38

/** Hex colour of each class of a value, and last that of sites without it; of each verdict in the order of VERDICTS. */
export function siteColors(value: SiteValue, scheme: MapScheme): readonly string[] {
  if (value === 'verdict')
    return VERDICTS.map((verdict) => {
      const color = VERDICT_COLORS[scheme][verdict]
      return verdict === 'none' ? mixHex(color, BASEMAP_COLORS[scheme].land, FADE) : color
    })
  const { texts, better } = SITE_VALUE_CLASSES[value]
  const steps = spread(RAMPS[scheme], texts.length)
  return [...(better === 'high' ? steps : steps.reverse()), UNKNOWN_SITE_COLORS[scheme]]
}

/** So many colours of a ramp, both of its ends among them. */
function spread(ramp: readonly string[], count: number): string[] {
  return Array.from({ length: count }, (_, at) => {
    const place = (at / (count - 1)) * (ramp.length - 1)
    const step = Math.min(ramp.length - 2, Math.floor(place))
    return mixHex(ramp[step]!, ramp[step + 1]!, place - step)
  })
}
