import type { QueueLayout } from '../queue-layout.ts'
import { caiso, caisoCluster } from './caiso.ts'
import { ercotGis } from './ercot-gis.ts'
import { gridstatus } from './gridstatus.ts'
import { isone } from './isone.ts'
import { lbnl } from './lbnl.ts'
import { miso } from './miso.ts'
import { nyiso } from './nyiso.ts'
import { pjmCycle, pjmSerial } from './pjm.ts'
import { spp } from './spp.ts'

/** Every layout of a queue, the most particular first. */
export const QUEUE_LAYOUTS: readonly QueueLayout[] = [
  gridstatus,
  pjmCycle,
  pjmSerial,
  miso,
  spp,
  caiso,
  caisoCluster,
  isone,
  lbnl,
  nyiso,
  ercotGis,
]
