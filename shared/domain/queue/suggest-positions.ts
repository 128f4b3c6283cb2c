import { formatMw } from '../../format/format-quantity.ts'
import { isAhead } from './area-figures.ts'
import { countyKey, countyParts } from './county-match.ts'
import type { QueueProject } from './queue-project.ts'

/** What a site says of itself that a request might say too. */
export interface QueueSiteFacts {
  readonly name: string
  readonly operator: string | null
  readonly owner: string | null
  readonly city: string | null
  readonly county: string | null
  /** Megawatts that the site asks for or plans; none where nothing is known. */
  readonly megawatts: readonly number[]
}

export interface PositionSuggestion<P> {
  readonly project: P
  /** What the request and the site have in common, for a person to judge. */
  readonly reasons: string[]
}

const MOST_SUGGESTED = 5
/** Requests and claims of one project differ by rounding and by AC or DC. */
const SAME_MW_WITHIN = 0.05
/** Weights order the suggestions and decide nothing: a name is rarer than a county, a county than an amount. */
const NAME_WEIGHT = 4
const COUNTY_WEIGHT = 2
const MW_WEIGHT = 1
/** A county alone holds dozens of requests: it takes the amount too, or a name. */
const LEAST_WEIGHT = COUNTY_WEIGHT + MW_WEIGHT

const COMMON_WORDS: ReadonlySet<string> = new Set(
  (
    'power energy electric solar wind storage battery project station plant generating generation county data center ' +
    'campus mining mine bitcoin digital site park substation line north south east west the and llc inc corp holdings ' +
    'company group partners development renewables unit phase coal steam city town river lake creek new resources'
  ).split(' '),
)

/**
 * Requests that may be a site's own, the likeliest first. They share a name, or the county and the megawatts; which
 * of them it is, if any, is for a person to say.
 */
export function suggestPositions<P extends QueueProject>(
  site: QueueSiteFacts,
  projects: readonly P[],
): PositionSuggestion<P>[] {
  const placeWords = words(`${site.name} ${site.city ?? ''}`)
  const firmWords = words(`${site.operator ?? ''} ${site.owner ?? ''}`)
  return projects
    .filter((project) => isAhead(project) || project.stage === 'in_service')
    .flatMap((project) => {
      const { weight, reasons } = inCommon(site, placeWords, firmWords, project)
      return weight < LEAST_WEIGHT ? [] : [{ project, reasons, weight }]
    })
    .sort((a, b) => b.weight - a.weight || (b.project.capacityMw ?? 0) - (a.project.capacityMw ?? 0))
    .slice(0, MOST_SUGGESTED)
    .map(({ project, reasons }) => ({ project, reasons }))
}

function inCommon(
  site: QueueSiteFacts,
  placeWords: ReadonlySet<string>,
  firmWords: ReadonlySet<string>,
  project: QueueProject,
): { weight: number; reasons: string[] } {
  const reasons: string[] = []
  let weight = 0
  const share = (what: string, wanted: ReadonlySet<string>, text: string | null) => {
    const shared = [...words(text ?? '')].filter((word) => wanted.has(word))
    if (shared.length === 0) return
    weight += NAME_WEIGHT * shared.length
    reasons.push(`${what} says "${shared.join(' ')}"`)
  }
  share('name', placeWords, project.projectName)
  share('POI', placeWords, project.poi)
  share('developer', firmWords, project.developer)
  const county = site.county === null ? '' : countyKey(site.county)
  if (county !== '' && countyParts(project.county ?? '').some((part) => countyKey(part) === county)) {
    weight += COUNTY_WEIGHT
    reasons.push('same county')
  }
  const mw = project.capacityMw
  const same = site.megawatts.find((each) => mw !== null && mw > 0 && Math.abs(mw - each) <= SAME_MW_WITHIN * each)
  if (same !== undefined) {
    weight += MW_WEIGHT
    reasons.push(`about the site's ${formatMw(same)}`)
  }
  return { weight, reasons }
}

/** The telling words of a text, in small letters. */
function words(text: string): ReadonlySet<string> {
  return new Set(
    text
      .toLowerCase()
      .split(/[^\p{Letter}]+/u)
      .filter((word) => word.length >= 4 && !COMMON_WORDS.has(word)),
  )
}
