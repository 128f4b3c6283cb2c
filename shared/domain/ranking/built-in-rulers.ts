import type { Lens } from './lens.ts'
import { criterion, RULER, type Ruler } from './ruler.ts'

/** What a miner asks of a site: cheap power soon, and the right to be paid for switching off. */
const MINING_RULER: Ruler = {
  id: 'switchyard-2026-mining',
  name: 'Switchyard 2026, mining',
  version: 1,
  lens: 'mining',
  criteria: [
    criterion('value', 0.3, -1_000_000, 2_000_000),
    criterion('power_price', 0.2, 80, 15),
    criterion('time_to_power', 0.12, 4, 0),
    criterion('megawatts', 0.1, 5, 300),
    criterion('evidence', 0.08, 0, 5),
    criterion('interruptible', 0.06),
    criterion('grid_voltage', 0.03, 12.5, 230),
    criterion('substation', 0.03, 10, 0),
    criterion('land', 0.02, 5, 200),
    criterion('flood', 0.02),
    criterion('liquid_cooling', 0.02),
    criterion('zoning', 0.01),
    criterion('place', 0.01),
  ],
}

/** What a tenant of an AI hall asks of a site: firm megawatts at scale, connected, coolable and dry. */
const AI_RULER: Ruler = {
  id: 'switchyard-2026-ai',
  name: 'Switchyard 2026, AI',
  version: 1,
  lens: 'ai',
  criteria: [
    criterion('value', 0.25, -1_000_000, 5_000_000),
    criterion('megawatts', 0.12, 50, 1_000),
    criterion('firm_service', 0.1),
    criterion('evidence', 0.1, 0, 5),
    criterion('time_to_power', 0.1, 5, 0),
    criterion('fiber', 0.06, 50, 0),
    criterion('grid_voltage', 0.05, 69, 345),
    criterion('fiber_routes', 0.05, 0, 3),
    criterion('land', 0.04, 40, 1_000),
    criterion('substation', 0.03, 10, 0),
    criterion('liquid_cooling', 0.03),
    criterion('flood', 0.03),
    criterion('zoning', 0.02),
    criterion('power_price', 0.02, 90, 20),
  ],
}

/** The rulers that come with the program, one a lens. */
export const BUILT_IN_RULERS: Readonly<Record<Lens, Ruler>> = {
  combined: RULER,
  mining: MINING_RULER,
  ai: AI_RULER,
}
