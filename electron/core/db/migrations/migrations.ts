import { catalog0010 } from './0010-catalog.ts'
import { opLog0020 } from './0020-op-log.ts'
import { search0030 } from './0030-search.ts'
import { supply0035 } from './0035-supply.ts'
import { decks0040 } from './0040-decks.ts'
import { rulers0050 } from './0050-rulers.ts'
import { imports0060 } from './0060-imports.ts'
import { prices0070 } from './0070-prices.ts'
import { referenceRecords0071 } from './0071-reference-records.ts'
import { layers0080 } from './0080-layers.ts'
import { evidence0090 } from './0090-evidence.ts'
import { queuePosition0100 } from './0100-queue-position.ts'
import { mappings0110 } from './0110-mappings.ts'
import { annotations0120 } from './0120-annotations.ts'
import { comments0121 } from './0121-comments.ts'
import { layerLooks0140 } from './0140-layer-looks.ts'
import { layerRoles0150 } from './0150-layer-roles.ts'
import { buildableLand0151 } from './0151-buildable-land.ts'
import { recordShapes0170 } from './0170-record-shapes.ts'
import { queueOfArea0171 } from './0171-queue-of-area.ts'
import type { Migration } from './migration.ts'

/** All steps, oldest first. */
export const MIGRATIONS: readonly Migration[] = [
  catalog0010,
  opLog0020,
  search0030,
  supply0035,
  decks0040,
  rulers0050,
  imports0060,
  prices0070,
  referenceRecords0071,
  layers0080,
  evidence0090,
  queuePosition0100,
  mappings0110,
  annotations0120,
  comments0121,
  layerLooks0140,
  layerRoles0150,
  buildableLand0151,
  recordShapes0170,
  queueOfArea0171,
]

/** The schema version that this program writes. */
export const SCHEMA_VERSION = MIGRATIONS.at(-1)?.version ?? 0
