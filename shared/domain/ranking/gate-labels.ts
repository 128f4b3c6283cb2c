import type { Gate } from './ranking.ts'

export const GATE_LABELS: Readonly<Record<Gate, string>> = {
  firm_service: 'Firm service',
  contiguous_mw: 'Contiguous megawatts',
  voltage: 'Grid voltage',
  substation_distance: 'Substation distance',
  fiber: 'Fiber',
  land: 'Land',
  flood: 'Flood',
  zoning: 'Zoning',
  water: 'Water',
}
