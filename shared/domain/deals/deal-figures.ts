import { impliedGpuHourUsd } from '../conversion/implied-gpu-hour.ts'
import { leaseAverageRent } from '../conversion/lease-average-rent.ts'
import { leaseYear1RentUsdPerMwYear } from '../conversion/lease-year1-rent.ts'
import { yieldOnCost } from '../conversion/yield-on-cost.ts'
import type { DealFigures, PublishedDeal } from './published-deal.ts'

const HOURS_PER_YEAR = 8_760

/** Rent, net operating income, yield on cost and GPU-hour behind a deal's published inputs. */
export function dealFigures(deal: Omit<PublishedDeal, 'published' | 'source'>): DealFigures {
  const { itMw, termYears, escalator, gpus } = deal
  const year1Rent = year1RentUsdPerMwYear(deal)
  const year1Revenue = year1Rent * itMw
  const averageRevenue = leaseAverageRent(year1Revenue, escalator, termYears)
  const noiMargin = deal.noiMargin ?? Number.NaN
  const cost = deal.costUsd ?? Number.NaN
  return {
    averageRevenueUsdPerYear: averageRevenue,
    year1RevenueUsdPerYear: year1Revenue,
    year1RentUsdPerKwMonth: year1Rent / 12_000,
    averageNoiUsdPerYear: averageRevenue * noiMargin,
    year1NoiUsdPerYear: year1Revenue * noiMargin,
    year1YieldOnCost: yieldOnCost(year1Revenue * noiMargin, cost),
    averageYieldOnCost: yieldOnCost(averageRevenue * noiMargin, cost),
    gpuHourUsd: gpus === null ? Number.NaN : impliedGpuHourUsd(averageRevenue, gpus, HOURS_PER_YEAR),
  }
}

function year1RentUsdPerMwYear(deal: Omit<PublishedDeal, 'published' | 'source'>): number {
  if (deal.year1RentUsdPerMwYear !== null) return deal.year1RentUsdPerMwYear
  if (deal.contractValueUsd === null) return Number.NaN
  return leaseYear1RentUsdPerMwYear(deal.contractValueUsd, deal.itMw, deal.termYears, deal.escalator)
}
