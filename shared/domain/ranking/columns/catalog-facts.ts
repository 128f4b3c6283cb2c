import type { SiteColumns } from '../../../columns/site-columns.ts'
import { ASSUMPTION_KEYS, ASSUMPTIONS, type Assumptions } from '../../scenario/assumption-defs.ts'
import { ENERGIZED, POWER_STAGES } from '../../time-to-power/power-stage.ts'
import { gateStates, isBarredToMining } from '../gate-states.ts'
import { GATES } from '../ranking.ts'
import { type ScenarioTerms, scenarioTerms } from '../scenario-terms.ts'
import { emptyFacts, isInUnitedStates, readFacts, type SiteFacts } from '../site-facts.ts'
import { alikeTogether } from './alike-together.ts'
import { byPosition } from './by-position.ts'
import type { Stretches } from './mine-cases.ts'
import { BARE, PLACES, placeOf, RUNNING_HALL, RUNNING_MINE } from './place.ts'

/** Bits of `flags`. */
export const STAGE_UNKNOWN = 1
export const EXTRA_HIGH_VOLTAGE = 2
export const BARRED_TO_MINING = 4

/** Kilovolts from which a line costs what an extra high voltage line costs. */
const EXTRA_HIGH_KV = 345

/**
 * What a ranking needs to know of every site that no scenario changes; unknown numbers are NaN. `mw`,
 * `unproven`, `gates` and what gates are judged by are by row as everywhere. The others are by position in `rows`, which puts sites together that are alike in
 * dates, in what is known and in price: their valuations take the same branches, which a processor then foresees.
 */
export interface CatalogFacts {
  readonly count: number
  /** Whether nobody asks what sites would score with everything unknown at its best: both scores are then as things stand. */
  readonly isAsThingsStand: boolean
  readonly mw: Float64Array
  readonly unproven: Uint8Array
  /** Gate states that no assumption changes are right here; the others are written per scenario. */
  readonly gates: Uint8Array
  readonly substationMi: Float64Array
  readonly landAcres: Float64Array
  readonly fiberMi: Float64Array
  readonly rows: Uint32Array
  readonly size: Float64Array
  /** One over the megawatts that fixed costs are spread over. */
  readonly perMw: Float64Array
  readonly quotedPowerPrice: Float64Array
  /** Of a site without a quote: 0 abroad, else one more than the code of its state. */
  readonly proxy: Uint32Array
  readonly proxies: number
  /** Miles of line to build; 0 where the site is energized. */
  readonly lineMi: Float64Array
  readonly fiberRouteMi: Float64Array
  readonly flags: Uint8Array
  readonly place: Uint8Array
  readonly placeAtBest: Uint8Array
  /**
   * PLACES and the position of the promised date in `dates`; without one, PLACES, the number of dates and the position
   * in `waits` where the time that power takes around the site is known; else the place.
   */
  readonly time: Uint32Array
  /** Distinct promised dates, decimal years. */
  readonly dates: Float64Array
  readonly waits: AreaWaits
  /** Where in `rows` the sites of each time are. */
  readonly stretches: Stretches
}

/** Distinct pairs of the median years that power takes in an area and the position of a stage in POWER_STAGES. */
export interface AreaWaits {
  readonly medianYears: Float64Array
  readonly stages: Uint8Array
}

const cache = new WeakMap<SiteColumns, CatalogFacts>()

/** The facts of a catalog, read once for each columns object, which nobody may change afterwards. */
export function catalogFacts(columns: SiteColumns): CatalogFacts {
  let facts = cache.get(columns)
  if (facts === undefined) {
    facts = readCatalog(columns)
    cache.set(columns, facts)
  }
  return facts
}

function readCatalog(columns: SiteColumns): CatalogFacts {
  const { count } = columns
  const terms = anyTerms(columns)
  const { assumptions } = terms
  const site = emptyFacts()
  const dateCodes = new Map<number, number>()
  const waits = new WaitCodes()
  const all = {
    count,
    mw: new Float64Array(count),
    unproven: new Uint8Array(count),
    perMw: new Float64Array(count),
    quotedPowerPrice: columns.numbers.powerPriceUsdPerMwh,
    proxy: new Uint32Array(count),
    proxies: columns.categories.state.labels.length + 1,
    lineMi: new Float64Array(count),
    substationMi: new Float64Array(count),
    fiberMi: new Float64Array(count),
    landAcres: new Float64Array(count),
    flags: new Uint8Array(count),
    place: new Uint8Array(count),
    placeAtBest: new Uint8Array(count),
    time: new Uint32Array(count),
    gates: new Uint8Array(count * GATES.length),
  }
  for (let row = 0; row < count; row += 1) {
    readFacts(terms, columns, row, site)
    all.mw[row] = site.mw
    all.unproven[row] = site.rungLevel > 0 ? 0 : 1
    all.perMw[row] = 1 / Math.max(site.mw, 0.1)
    all.proxy[row] = proxyOf(terms, columns, row)
    all.lineMi[row] = site.isEnergized ? 0 : site.substationMi
    all.substationMi[row] = site.substationMi
    all.fiberMi[row] = site.fiberMi
    all.landAcres[row] = site.landAcres
    all.flags[row] =
      (site.isStageKnown ? 0 : STAGE_UNKNOWN) |
      (site.gridVoltageKv >= EXTRA_HIGH_KV ? EXTRA_HIGH_VOLTAGE : 0) |
      (isBarredToMining(site) ? BARRED_TO_MINING : 0)
    const standing = standingOfFacts(site)
    const place = placeOf(site.region, site.stage, standing)
    all.place[row] = place
    all.placeAtBest[row] = site.isStageKnown ? place : placeOf(site.region, ENERGIZED, standing)
    const promised = columns.numbers.energizationYear[row] ?? Number.NaN
    all.time[row] = place
    if (!site.isEnergized && !Number.isNaN(promised)) {
      all.time[row] = PLACES + codeOf(promised, dateCodes)
    } else if (!site.isEnergized && !Number.isNaN(site.areaYearsToPower)) {
      waits.add(row, site.areaYearsToPower, site.stage)
    }
    gateStates(site, assumptions, all.gates, row * GATES.length)
  }
  waits.rows.forEach((row, index) => {
    all.time[row] = PLACES + dateCodes.size + (waits.codes[index] ?? 0)
  })
  const rows = alikeTogether(all)
  const time = byPosition(all.time, rows)
  return {
    ...all,
    isAsThingsStand: false,
    rows,
    dates: Float64Array.from(dateCodes.keys()),
    waits: { medianYears: Float64Array.from(waits.medianYears), stages: Uint8Array.from(waits.stages) },
    size: byPosition(all.mw, rows),
    perMw: byPosition(all.perMw, rows),
    quotedPowerPrice: byPosition(all.quotedPowerPrice, rows),
    proxy: byPosition(all.proxy, rows),
    lineMi: byPosition(all.lineMi, rows),
    fiberRouteMi: byPosition(all.fiberMi, rows),
    flags: byPosition(all.flags, rows),
    place: byPosition(all.place, rows),
    placeAtBest: byPosition(all.placeAtBest, rows),
    time,
    stretches: stretchesOf(time),
  }
}

/** `times` must ascend. */
export function stretchesOf(times: Uint32Array): Stretches {
  const found: number[] = []
  const ends: number[] = []
  for (let position = 0; position < times.length; position += 1) {
    if (times[position] === times[position + 1]) continue
    found.push(times[position]!)
    ends.push(position + 1)
  }
  return { times: Uint32Array.from(found), ends: Uint32Array.from(ends) }
}

/** The terms of some scenario, for facts that no assumption touches. */
export function anyTerms(columns: SiteColumns): ScenarioTerms {
  const assumptions = Object.fromEntries(ASSUMPTION_KEYS.map((key) => [key, ASSUMPTIONS[key].default])) as Assumptions
  return scenarioTerms(columns, assumptions)
}

function standingOfFacts(site: SiteFacts): number {
  return !site.isOperating ? BARE : site.hasMiningShell ? RUNNING_MINE : RUNNING_HALL
}

/** Gathers the distinct waits of areas, and which rows have which. */
class WaitCodes {
  readonly rows: number[] = []
  readonly codes: number[] = []
  readonly medianYears: number[] = []
  readonly stages: number[] = []
  readonly #byStage = POWER_STAGES.map(() => new Map<number, number>())

  add(row: number, medianYears: number, stage: number): void {
    const known = this.#byStage[stage]
    let code = known?.get(medianYears)
    if (code === undefined) {
      code = this.stages.length
      known?.set(medianYears, code)
      this.medianYears.push(medianYears)
      this.stages.push(stage)
    }
    this.rows.push(row)
    this.codes.push(code)
  }
}

/** How many times there are: places, promised dates and waits of areas. */
export function countTimes({ dates, waits }: Pick<CatalogFacts, 'dates' | 'waits'>): number {
  return PLACES + dates.length + waits.stages.length
}

function codeOf(key: number, codes: Map<number, number>): number {
  let code = codes.get(key)
  if (code === undefined) {
    code = codes.size
    codes.set(key, code)
  }
  return code
}

function proxyOf(terms: ScenarioTerms, columns: SiteColumns, row: number): number {
  const state = columns.categories.state.codes[row] ?? 0
  const country = columns.categories.country.codes[row] ?? 0
  return isInUnitedStates(terms, country, state) ? state + 1 : 0
}
