import type { SiteColumns } from '../../../shared/columns/site-columns.ts'
import type { Ranking } from '../../../shared/domain/ranking/ranking.ts'
import { VERDICT_LABELS, VERDICTS, type Verdict } from '../../../shared/domain/site/strategies.ts'
import { siteLegendRows } from '../../../shared/map/sites/site-legend.ts'
import { siteValueLabel } from '../../../shared/map/sites/site-value.ts'
import { isHollow } from './marker-look.ts'
import type { MarkerScene } from './marker-scene.ts'
import { BARRED_MARK } from './site-paint.ts'

const MEGAWATTS = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 })

/** What the map says of a site, for its tooltip and for those who do not see it. */
export interface SiteWords {
  readonly name: string
  readonly verdict: Verdict
  readonly verdictLabel: string
  /** Megawatts and rank. */
  readonly facts: string
  /** What its colour stands for, and failed gates; empty where there is nothing to add. */
  readonly more: string
}

export function siteWords(scene: MarkerScene, columns: SiteColumns, row: number): SiteWords {
  const { ranking, paint } = scene
  const verdict = VERDICTS[ranking.verdict[row]!] ?? 'none'
  const more: string[] = []
  if (paint.value !== 'verdict') {
    const meaning = siteLegendRows(paint.value, 'light').find(({ code }) => code === paint.codes[row])
    if (meaning) more.push(`${siteValueLabel(paint.value)}: ${meaning.text}`)
  }
  if (((paint.marks[row] ?? 0) & BARRED_MARK) !== 0) more.push('a gate failed')
  return {
    name: columns.names[row] ?? '',
    verdict,
    verdictLabel: VERDICT_LABELS[verdict],
    facts: `${megawatts(ranking, row)} · rank ${ranking.rank[row]} of ${ranking.count}`,
    more: more.join(' · '),
  }
}

/** The same as one sentence, the name and the rank first. */
export function siteSentence(scene: MarkerScene, columns: SiteColumns, row: number): string {
  const { name, verdictLabel, more } = siteWords(scene, columns, row)
  const { ranking } = scene
  const parts = [name, `rank ${ranking.rank[row]} of ${ranking.count}`, verdictLabel, megawatts(ranking, row)]
  return `${[...parts, ...(more === '' ? [] : [more])].join(', ')}.`
}

function megawatts(ranking: Ranking, row: number): string {
  const mw = ranking.mw[row]!
  return Number.isNaN(mw) ? 'MW unknown' : `${MEGAWATTS.format(mw)} MW${isHollow(ranking, row) ? ' claimed' : ''}`
}
