import { STRATEGIES } from '../../site/strategies.ts'
import { scheduledTaxUsd } from '../../tax/tax-schedule.ts'
import type { TaxTerms } from '../../tax/tax-terms.ts'
import { convertibleChances } from '../judge-site.ts'
import { LENSES } from '../lens.ts'
import type { Ruler } from '../ruler.ts'
import type { ScenarioTerms } from '../scenario-terms.ts'
import { scoreTerms } from '../score-terms.ts'
import { inBlocks, putBack } from './by-position.ts'
import { BARRED_TO_MINING, type CatalogFacts, countTimes, EXTRA_HIGH_VOLTAGE, STAGE_UNKNOWN } from './catalog-facts.ts'
import { type CatalogGates, FAILED, UNKNOWN_GATES } from './catalog-gates.ts'
import { emptyCases, type MineCases, type Stretches } from './mine-cases.ts'
import type { PlaceTerms } from './place-terms.ts'
import type { PriceColumns } from './price-columns.ts'
import { SameNumbers } from './same-numbers.ts'
import { scoreScratch } from './score-scratch.ts'
import type { AiTimes } from './time-terms.ts'

/** Bits of `state`. */
export const AI_BLOCKED = 1
export const MINE_BLOCKED = 2
/** A value with everything unknown at its best may differ from the value as things stand. */
export const OPEN = 4

const MINING_LENS = LENSES.indexOf('mining')
const AI_LENS = LENSES.indexOf('ai')
const LEASE = STRATEGIES.indexOf('lease')
const CLOUD = STRATEGIES.indexOf('cloud')
const COLO = STRATEGIES.indexOf('colo')

/** Everything of a valuation that no bitcoin market moves. Nobody may write to it. */
export interface AiColumns {
  /** By row; empty where the facts are for scores as things stand, which need no values by row. */
  readonly lease: Float64Array
  readonly cloud: Float64Array
  readonly colo: Float64Array
  /** By position, as things stand. */
  readonly state: Uint8Array
  /** Highest value of the three, and its position in STRATEGIES. */
  readonly best: Float64Array
  readonly bestStrategy: Uint8Array
  /** The highest with everything unknown at its best; of no meaning where nothing is open. */
  readonly bestAtBest: Float64Array
  /** What mines are still to be valued by, as things stand: by position. */
  readonly cases: MineCases
  /** The same for sites whose score may move when everything unknown is at its best. */
  readonly casesAtBest: MineCases
  readonly stretchesAtBest: Stretches
  /** One more than the case of a position at its best; 0 where none is needed. */
  readonly caseAtBest: Uint32Array
}

const NOTHING_AT_BEST = {
  casesAtBest: emptyCases(0),
  stretchesAtBest: { times: new Uint32Array(0), ends: new Uint32Array(0) },
}

interface Kept {
  readonly inputs: SameNumbers
  readonly scratch: Scratch
  gates: CatalogGates
  price: Float64Array
  columns: AiColumns
}

const cache = new WeakMap<CatalogFacts, Kept>()

/** Worked out again only when one of its inputs has changed. */
export function aiColumns(
  facts: CatalogFacts,
  terms: ScenarioTerms,
  gates: CatalogGates,
  prices: PriceColumns,
  places: PlaceTerms,
  times: AiTimes,
  ruler: Ruler,
): AiColumns {
  const a = terms.assumptions
  const { count, rows } = facts
  const rates = Float64Array.of(
    a.powerPriceProxySpread,
    1 / a.assumedSiteMw,
    a.fiberUsdPerMile * a.fiberRouteFactor,
    a.lineUsdPerMile,
    a.extraHighVoltageLineUsdPerMile,
    a.minimumMiningMw,
    a.unknownFiberMi,
    a.colocationUsdPerKwMonth,
    a.colocationOccupancy,
    a.colocationMarketItMw * a.grossToIt,
    a.leaseRentUsdPerKwMonth + terms.rentPerPowerPrice * a.leasePowerReferenceUsdPerMwh,
    terms.rentPerPowerPrice,
    terms.leaseUsdPerRent,
    terms.bearableRentAtZero,
    terms.bearableRentPerPowerPrice,
    terms.colocationUsdPerRent,
    terms.cloudPerPowerPrice,
    scoreTerms(ruler).fullValueUsdPerMw,
    LENSES.indexOf(ruler.lens),
  )
  const convertible = convertibleChances(a.unsurveyedConvertibleShare)
  const { completion, lost, fixed, aiCapex, cloudAtStart, paidByMine, mineCapital, unknownLineMi } = places
  const kept = cache.get(facts)
  const inputs = kept?.inputs ?? new SameNumbers()
  const isSame = inputs.check([
    rates,
    convertible,
    completion,
    lost,
    fixed,
    aiCapex,
    cloudAtStart,
    paidByMine,
    mineCapital,
    unknownLineMi,
    times.leaseDiscount,
    times.gpuDiscount,
    taxNumbers(terms),
  ])
  // Prices are written over in place when they change, but never without a new array by row.
  if (isSame && kept && kept.gates === gates && kept.price === prices.powerPriceUsdPerMwh) return kept.columns
  const tax = terms.tax === null ? null : { ...terms, ...terms.tax }
  const scratch = kept?.scratch ?? emptyScratch(facts, prices.price)
  inBlocks(count, (first, end) => {
    valuePositions(facts, gates.summary, prices.price, rates, convertible, places, times, tax, scratch, first, end)
  })
  const atBest = facts.isAsThingsStand
    ? NOTHING_AT_BEST
    : layOutAtBest(facts, a.powerPriceProxySpread, places, scratch, kept?.columns.casesAtBest)
  const column = (sorted: Float64Array) => {
    const values = new Float64Array(facts.isAsThingsStand ? 0 : count)
    if (values.length > 0) putBack(sorted, rows, values)
    return values
  }
  const columns = {
    ...scratch.kept,
    ...atBest,
    lease: column(scratch.lease),
    cloud: column(scratch.cloud),
    colo: column(scratch.colo),
  }
  cache.set(facts, { inputs, scratch, gates, price: prices.powerPriceUsdPerMwh, columns })
  return columns
}

/** What income tax on halls goes by. */
type HallTax = Pick<TaxTerms, 'lease' | 'colocation' | 'cloud'> &
  Pick<ScenarioTerms, 'gpuCapitalUsdPerMw' | 'gpuBookUsdPerMw'>

/** Everything that tax adds to the inputs. */
function taxNumbers({ tax, gpuCapitalUsdPerMw, gpuBookUsdPerMw }: ScenarioTerms): Float64Array {
  if (tax === null) return new Float64Array(0)
  const schedules = [tax.lease, tax.colocation, tax.cloud].flatMap((each) => [
    ...each.from,
    ...each.perIncome,
    ...each.perCapital,
  ])
  return Float64Array.of(gpuCapitalUsdPerMw, gpuBookUsdPerMw, ...schedules)
}

type Scratch = ReturnType<typeof emptyScratch>

function emptyScratch(facts: CatalogFacts, price: Float64Array) {
  const { count, place } = facts
  // Values of mines are written after the values of AI uses have gone to their rows, and scores after those.
  const { score, scoreAtBest } = scoreScratch(facts)
  const mine = new Float64Array(count)
  const hybrid = new Float64Array(count)
  const capital = new Float64Array(count)
  const converted = new Float64Array(count)
  return {
    lease: mine,
    cloud: hybrid,
    colo: score,
    convertedAtBest: scoreAtBest,
    needsCase: new Uint8Array(count),
    kept: {
      state: new Uint8Array(count),
      best: new Float64Array(count),
      bestStrategy: new Uint8Array(count),
      bestAtBest: new Float64Array(count),
      caseAtBest: new Uint32Array(count),
      cases: { price, capital, converted, place, mine, hybrid },
    },
  }
}

/**
 * The loop, in a function of its own that is handed arrays alone: fields of an object that hold 125 in one scenario and
 * 125.5 in the next would have the engine compile it again and again.
 */
function valuePositions(
  facts: CatalogFacts,
  summary: Uint8Array,
  prices: Float64Array,
  rates: Float64Array,
  convertibleByUnknowns: Float64Array,
  places: PlaceTerms,
  times: AiTimes,
  tax: HallTax | null,
  into: Scratch,
  first: number,
  end: number,
): void {
  const { isAsThingsStand, size: sizes, perMw, quotedPowerPrice, lineMi, fiberRouteMi } = facts
  const { flags, place, placeAtBest, time } = facts
  const { completion, lost, fixed, aiCapex, cloudAtStart, paidByMine, mineCapital, unknownLineMi } = places
  const { leaseDiscount, gpuDiscount } = times
  const { lease, cloud, colo, convertedAtBest, needsCase } = into
  const { state, best, bestStrategy, bestAtBest } = into.kept
  const { capital, converted } = into.kept.cases
  const [
    spread = 0,
    assumedPerMw = 0,
    fiberUsdPerMile = 0,
    lineUsdPerMile = 0,
    extraHighVoltageLineUsdPerMile = 0,
    minimumMiningMw = 0,
    unknownFiberMi = 0,
    colocationUsdPerKwMonth = 0,
    colocationOccupancy = 0,
    marketMw = 0,
    rentAtZero = 0,
    rentPerPowerPrice = 0,
    leaseUsdPerRent = 0,
    bearableRentAtZero = 0,
    bearableRentPerPowerPrice = 0,
    colocationUsdPerRent = 0,
    cloudPerPowerPrice = 0,
    fullValue = 0,
    lens = 0,
  ] = rates

  for (let position = first; position < end; position += 1) {
    const known = flags[position]!
    const gate = summary[position]!
    const isAiBlocked = (gate & FAILED) !== 0
    const unknowns = gate & UNKNOWN_GATES
    const isStageKnown = (known & STAGE_UNKNOWN) === 0
    const isMineBlocked = sizes[position]! < minimumMiningMw || (known & BARRED_TO_MINING) !== 0
    const each = perMw[position]!
    const share = !Number.isNaN(each) ? each : assumedPerMw
    const filled = marketMw * share
    const occupancy = filled < 1 ? colocationOccupancy * filled : colocationOccupancy
    const perMile = (known & EXTRA_HIGH_VOLTAGE) !== 0 ? extraHighVoltageLineUsdPerMile : lineUsdPerMile
    const miles = lineMi[position]!
    const isLineKnown = !Number.isNaN(miles)
    const fiberMiles = fiberRouteMi[position]!
    const isFiberKnown = !Number.isNaN(fiberMiles)
    const isQuoted = !Number.isNaN(quotedPowerPrice[position]!)
    // What is unknown of the gates moves AI uses alone; a mine's price, stage and line are all that can move a mine.
    const isMineKnown = isQuoted && isStageKnown && isLineKnown
    const isOpen = !isAsThingsStand && !(isMineKnown && (isAiBlocked || unknowns === 0))
    state[position] = (isAiBlocked ? AI_BLOCKED : 0) | (isMineBlocked ? MINE_BLOCKED : 0) | (isOpen ? OPEN : 0)
    // At its best a site that has all points of value by an AI use needs no further figure.
    let isCase = isOpen && lens !== AI_LENS && !(isAiBlocked && isMineBlocked)

    let price = prices[position]!
    let at = place[position]!
    let from = time[position]!
    let line = (isLineKnown ? miles : unknownLineMi[at]!) * perMile * share
    let fiber = (isFiberKnown ? fiberMiles : unknownFiberMi) * fiberUsdPerMile * share
    let convertible = convertibleByUnknowns[unknowns]!
    capital[position] = mineCapital[at]! + line
    for (let isAtBest = false; ; isAtBest = true) {
      const sunk = lost[at]!
      const ownFixed = fixed[at]! + line + fiber
      const build = aiCapex[at]! + ownFixed
      const chance = completion[at]! * convertible
      const leaseChance = chance * leaseDiscount[from]!

      const rent = rentAtZero - rentPerPowerPrice * price
      const leaseIncome = rent > 0 ? leaseUsdPerRent * rent : 0
      let leaseAtStart = leaseIncome - build
      const bearable = bearableRentAtZero - bearableRentPerPowerPrice * price
      const coloRent = bearable < colocationUsdPerKwMonth ? bearable : colocationUsdPerKwMonth
      const coloIncome = coloRent > 0 ? colocationUsdPerRent * coloRent * occupancy : 0
      let coloAtStart = coloIncome - build
      let gpuAtStart = cloudAtStart[at]! - cloudPerPowerPrice * price - ownFixed
      const paid = paidByMine[at]! + line
      let hall = (leaseAtStart > coloAtStart ? leaseAtStart : coloAtStart) + paid
      if (tax !== null) {
        const left = build - paid
        const leaseHall = leaseIncome - left - scheduledTaxUsd(tax.lease, leaseIncome, left)
        const coloHall = coloIncome - left - scheduledTaxUsd(tax.colocation, coloIncome, left)
        hall = leaseHall > coloHall ? leaseHall : coloHall
        leaseAtStart -= scheduledTaxUsd(tax.lease, leaseIncome, build)
        coloAtStart -= scheduledTaxUsd(tax.colocation, coloIncome, build)
        const gpuIncome = gpuAtStart + ownFixed + tax.gpuCapitalUsdPerMw
        gpuAtStart -= scheduledTaxUsd(tax.cloud, gpuIncome > 0 ? gpuIncome : 0, tax.gpuBookUsdPerMw + ownFixed)
      }
      const leaseValue = (leaseAtStart > 0 ? leaseAtStart * leaseChance : leaseAtStart) - sunk
      const coloValue = (coloAtStart > 0 ? coloAtStart * leaseChance : coloAtStart) - sunk
      const cloudValue = (gpuAtStart > 0 ? gpuAtStart * chance * gpuDiscount[from]! : gpuAtStart) - sunk

      let most = leaseValue
      let strategy = LEASE
      if (cloudValue > most) {
        most = cloudValue
        strategy = CLOUD
      }
      if (coloValue > most) {
        most = coloValue
        strategy = COLO
      }
      // A gain that no chance is left of is still a gain: it stays above 0.
      const gained = hall > 0 ? Math.max(Number.MIN_VALUE, hall * convertible) : hall
      if (isAtBest) {
        bestAtBest[position] = most
        convertedAtBest[position] = gained
        if (most >= fullValue && lens !== MINING_LENS) isCase = false
        break
      }
      lease[position] = leaseValue
      cloud[position] = cloudValue
      colo[position] = coloValue
      best[position] = most
      bestStrategy[position] = strategy
      converted[position] = gained
      if (isAiBlocked) convertedAtBest[position] = 0
      else if (most >= fullValue && lens !== MINING_LENS) isCase = false
      if (!isOpen || isAiBlocked) break
      if (!isQuoted) price -= Math.abs(price) * spread
      if (!isStageKnown) {
        at = placeAtBest[position]!
        from = at
      }
      if (!isStageKnown || !isLineKnown) line = 0
      if (!isFiberKnown) fiber = 0
      convertible = 1
    }
    needsCase[position] = isCase ? 1 : 0
  }
}

/** Lays out, one time after the other, the cases of sites at their best; in the arrays of `last` if they are long enough. */
function layOutAtBest(
  facts: CatalogFacts,
  spread: number,
  places: PlaceTerms,
  scratch: Scratch,
  last: MineCases | undefined,
): Pick<AiColumns, 'casesAtBest' | 'stretchesAtBest'> {
  const { count, flags, place, placeAtBest, time, quotedPowerPrice, lineMi } = facts
  const { needsCase, convertedAtBest } = scratch
  const { cases, caseAtBest } = scratch.kept
  const ends = new Uint32Array(countTimes(facts))
  const timeAtBest = (position: number) =>
    (flags[position]! & STAGE_UNKNOWN) === 0 ? time[position]! : placeAtBest[position]!
  for (let position = 0; position < count; position += 1) {
    if (needsCase[position] === 1) ends[timeAtBest(position)]! += 1
  }
  let start = 0
  for (let each = 0; each < ends.length; each += 1) {
    const size = ends[each]!
    ends[each] = start
    start += size
  }
  const into = last !== undefined && last.price.length >= start ? last : emptyCases(start)
  for (let position = 0; position < count; position += 1) {
    caseAtBest[position] = 0
    if (needsCase[position] !== 1) continue
    const isStageKnown = (flags[position]! & STAGE_UNKNOWN) === 0
    const index = ends[timeAtBest(position)]!++
    const at = isStageKnown ? place[position]! : placeAtBest[position]!
    const price = cases.price[position]!
    const isLineKnown = isStageKnown && !Number.isNaN(lineMi[position]!)
    caseAtBest[position] = index + 1
    into.price[index] = Number.isNaN(quotedPowerPrice[position]!) ? price - Math.abs(price) * spread : price
    into.capital[index] = isLineKnown ? cases.capital[position]! : places.mineCapital[at]!
    into.place[index] = at
    into.converted[index] = convertedAtBest[position]!
  }
  return { casesAtBest: into, stretchesAtBest: { times: Uint32Array.from(ends.keys()), ends } }
}
