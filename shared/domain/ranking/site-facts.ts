import type { SiteColumns } from '../../columns/site-columns.ts'
import { GRID_REGIONS } from '../time-to-power/grid-region.ts'
import { ENERGIZED, POWER_STAGES, stageOfRungLevel } from '../time-to-power/power-stage.ts'
import { categoryUtilities } from './category-utilities.ts'
import { KIND_COMPUTES, KIND_MINES, KIND_PLANT, type ScenarioTerms } from './scenario-terms.ts'

/**
 * What the valuation reads of one site. One object is filled again for every row, so that ranking a catalog makes no
 * objects. Unknown numbers are NaN.
 */
export interface SiteFacts {
  /** Energized, else planned, else queued. */
  mw: number
  rungLevel: number
  quotedPowerPrice: number
  powerPrice: number
  /** Position in POWER_STAGES. */
  stage: number
  isStageKnown: boolean
  region: number
  /** Years from the valuation date to the promised energization, at least 0. */
  promisedYears: number
  /** Median years from request to energization where the site is; unknown where its region's stands for it. */
  areaYearsToPower: number
  /** Generation that is likely to be built ahead of the site, MW; nothing is ahead of an energized one. */
  queueAheadMw: number
  isEnergized: boolean
  /** A hall stands and runs: conversion is a retrofit. */
  isOperating: boolean
  hasFleet: boolean
  hasMiningShell: boolean
  isComputing: boolean
  isPlant: boolean
  gridVoltageKv: number
  substationMi: number
  fiberMi: number
  /** What can be built on where that is known, else all of it. */
  landAcres: number
  flood: number
  firm: number
  zoning: number
  /** 1 where water may be drawn, 0 where the basin is closed to new users. */
  water: number
  fiberRoutes: number
  liquidCooling: number
  placePrecision: number
}

export function emptyFacts(): SiteFacts {
  const unknown = Number.NaN
  return {
    mw: unknown,
    rungLevel: unknown,
    quotedPowerPrice: unknown,
    powerPrice: unknown,
    stage: 0,
    isStageKnown: false,
    region: 0,
    promisedYears: unknown,
    areaYearsToPower: unknown,
    queueAheadMw: unknown,
    isEnergized: false,
    isOperating: false,
    hasFleet: false,
    hasMiningShell: false,
    isComputing: false,
    isPlant: false,
    gridVoltageKv: unknown,
    substationMi: unknown,
    fiberMi: unknown,
    landAcres: unknown,
    flood: unknown,
    firm: unknown,
    zoning: unknown,
    water: unknown,
    fiberRoutes: unknown,
    liquidCooling: unknown,
    placePrecision: unknown,
  }
}

/** Reads a row of the columns into `facts`. */
export function readFacts(terms: ScenarioTerms, columns: SiteColumns, row: number, facts: SiteFacts): void {
  const { numbers, categories } = columns
  facts.rungLevel = numbers.mwRungLevel[row] ?? Number.NaN
  facts.mw = megawatts(columns, row)

  const kind = terms.kindBits[categories.kind.codes[row] ?? 0] ?? 0
  const statusOperating = terms.isOperating[categories.status.codes[row] ?? 0] === true
  const queueStage = terms.stageOfStatus[categories.queueStatus.codes[row] ?? 0] ?? -1
  const proven = queueStage >= 0 ? queueStage : stageOfRungLevel(facts.rungLevel)
  facts.isStageKnown = proven >= 0 || statusOperating
  facts.stage = proven >= 0 ? proven : statusOperating ? ENERGIZED : 0
  facts.isEnergized = facts.stage === ENERGIZED
  facts.region = terms.regionOf[categories.gridOperator.codes[row] ?? 0] ?? 0
  facts.promisedYears = Math.max(0, (numbers.energizationYear[row] ?? Number.NaN) - terms.assumptions.valuationYear)
  facts.areaYearsToPower = numbers.areaYearsToPower[row] ?? Number.NaN
  const ahead = numbers.queueAheadMw[row] ?? Number.NaN
  facts.queueAheadMw = Number.isNaN(ahead) && facts.isEnergized ? 0 : ahead

  facts.isOperating = statusOperating && facts.isEnergized && (kind & (KIND_MINES | KIND_COMPUTES)) !== 0
  facts.hasMiningShell = facts.isOperating && (kind & KIND_MINES) !== 0
  facts.hasFleet = facts.hasMiningShell && terms.existingFleetLifeYears > 0
  facts.isComputing = facts.isOperating && (kind & KIND_COMPUTES) !== 0
  facts.isPlant = (kind & KIND_PLANT) !== 0

  const quoted = numbers.powerPriceUsdPerMwh[row] ?? Number.NaN
  facts.quotedPowerPrice = quoted
  facts.powerPrice =
    (!Number.isNaN(quoted)
      ? quoted
      : proxyPrice(terms, categories.country.codes[row] ?? 0, categories.state.codes[row] ?? 0)) +
    terms.assumptions.powerPriceChangeUsdPerMwh

  facts.gridVoltageKv = numbers.gridVoltageKv[row] ?? Number.NaN
  const buildableAcres = numbers.buildableAcres[row] ?? Number.NaN
  facts.landAcres = !Number.isNaN(buildableAcres) ? buildableAcres : (numbers.landAcres[row] ?? Number.NaN)
  const distance = numbers.substationDistanceMi[row] ?? Number.NaN
  // An energized site has its line, and a power plant its own switchyard.
  const isConnected = facts.isEnergized || (facts.isPlant && facts.gridVoltageKv > 0)
  facts.substationMi = !Number.isNaN(distance) ? distance : isConnected ? 0 : Number.NaN
  const fiber = numbers.fiberDistanceMi[row] ?? Number.NaN
  const isFiberNear = terms.isFiberNear[categories.fiber.codes[row] ?? 0] === true || facts.isComputing
  facts.fiberMi = !Number.isNaN(fiber) ? fiber : isFiberNear ? 0 : Number.NaN
  facts.flood = terms.flood[categories.floodZone.codes[row] ?? 0] ?? Number.NaN
  facts.firm = terms.firm[categories.serviceFirmness.codes[row] ?? 0] ?? Number.NaN
  facts.water = terms.water[categories.waterBasin.codes[row] ?? 0] ?? Number.NaN
  facts.zoning = terms.zoning[categories.zoning.codes[row] ?? 0] ?? Number.NaN
  facts.fiberRoutes = numbers.fiberRoutes[row] ?? Number.NaN
  const { liquidCooling, placePrecision } = categoryUtilities(columns)
  facts.liquidCooling = liquidCooling[categories.cooling.codes[row] ?? 0] ?? Number.NaN
  facts.placePrecision = placePrecision[categories.coordinatePrecision.codes[row] ?? 0] ?? Number.NaN
}

/** Turns the facts into the best that what is unknown of them could be; what is known stays. */
export function assumeBest(terms: ScenarioTerms, facts: SiteFacts): void {
  if (Number.isNaN(facts.quotedPowerPrice)) {
    facts.powerPrice -= Math.abs(facts.powerPrice) * terms.assumptions.powerPriceProxySpread
  }
  if (!facts.isStageKnown) {
    facts.stage = POWER_STAGES.length - 1
    facts.isEnergized = true
  }
  if (Number.isNaN(facts.substationMi)) facts.substationMi = 0
  if (Number.isNaN(facts.fiberMi)) facts.fiberMi = 0
}

/** Median years from request to power: those of the site's area where they are known, else its grid region's. */
export function medianYearsToPower({ areaYearsToPower, region }: SiteFacts): number {
  return Number.isNaN(areaYearsToPower) ? (GRID_REGIONS[region]?.medianYears ?? 0) : areaYearsToPower
}

function megawatts(columns: SiteColumns, row: number): number {
  const { energizedMw, plannedMw, queueMw } = columns.numbers
  const energized = energizedMw[row] ?? 0
  if (energized > 0) return energized
  const planned = plannedMw[row] ?? 0
  if (planned > 0) return planned
  const queued = queueMw[row] ?? 0
  return queued > 0 ? queued : Number.NaN
}

function proxyPrice(terms: ScenarioTerms, country: number, state: number): number {
  return isInUnitedStates(terms, country, state)
    ? (terms.proxyPriceByState[state] ?? Number.NaN)
    : terms.assumptions.powerPriceElsewhereUsdPerMwh
}

/** Whether a site is in the United States by the codes of its country or, where that is unknown, of its state. */
export function isInUnitedStates(terms: ScenarioTerms, country: number, state: number): boolean {
  return (
    terms.isUnitedStates[country] === true ||
    (terms.isCountryUnknown[country] === true && terms.isKnownState[state] === true)
  )
}
