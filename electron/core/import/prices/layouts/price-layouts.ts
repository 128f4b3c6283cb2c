import type { PriceLayout } from '../price-layout.ts'
import { caisoLmp } from './caiso.ts'
import { eiaRetail } from './eia-retail.ts'
import { ercotDayAhead, ercotRealTime } from './ercot.ts'
import { isoneLmp } from './isone.ts'
import { misoLmp } from './miso.ts'
import { nyisoLbmp } from './nyiso.ts'
import { nyisoOasis } from './nyiso-oasis.ts'
import { pjmDayAhead, pjmRealTime } from './pjm.ts'
import { sppLmp } from './spp.ts'

export const PRICE_LAYOUTS: readonly PriceLayout[] = [
  ercotRealTime,
  ercotDayAhead,
  pjmDayAhead,
  pjmRealTime,
  nyisoLbmp,
  nyisoOasis,
  isoneLmp,
  caisoLmp,
  misoLmp,
  sppLmp,
  eiaRetail,
]
