import type { SiteColumns } from '../../../shared/columns/site-columns.ts'
import {
  needsPortfolio,
  PORTFOLIO_DRAWS,
  PORTFOLIO_TOP_DRAWS,
} from '../../../shared/domain/uncertainty/portfolio/portfolio.ts'
import { scaled } from '../../../shared/domain/uncertainty/portfolio/scaled.ts'
import { simulatePortfolioInSteps } from '../../../shared/domain/uncertainty/portfolio/simulate-portfolio-in-steps.ts'
import { simulateInSteps } from '../../../shared/domain/uncertainty/simulate-in-steps.ts'
import { simulateUntilSure } from '../../../shared/domain/uncertainty/simulate-until-sure.ts'
import type { Uncertainty } from '../../../shared/domain/uncertainty/uncertainty.ts'
import type { SimulationAnswer, SimulationRequest } from './simulation-messages.ts'

interface WorkerScope {
  onmessage: ((event: MessageEvent<SimulationRequest>) => void) | null
  postMessage(answer: SimulationAnswer): void
}

/** How long a stretch of work may keep a newer request waiting. */
const STRETCH_MS = 15
const PROGRESS_EVERY_MS = 200

const scope = globalThis as unknown as WorkerScope
let columns: SiteColumns | null = null
let wanted = 0

scope.onmessage = ({ data }) => {
  if (data.type === 'cancel') {
    wanted = 0
    return
  }
  if (data.columns) columns = data.columns
  wanted = data.id
  run(data).catch((error: unknown) => {
    console.error(error)
    scope.postMessage({ type: 'failed', id: data.id })
  })
}

/** What a small catalog takes as a rule; one that is too large for it gets the portfolio first. */
const USUAL_DRAWS = 2_000
/** Part of the time of a large catalog's run that the portfolio takes. */
const PORTFOLIO_PART = 0.4

/** A large catalog is told much of within seconds by the portfolio method; fewer draws of every site follow. */
function* stepsOf(
  sites: SiteColumns,
  { id, scenario, ruler, draws, seed, places }: SimulationRequest & { type: 'run' },
): Generator<number, Uncertainty, void> {
  const options = { draws, seed, ruler }
  if (!needsPortfolio(sites.count, USUAL_DRAWS)) return yield* simulateUntilSure(sites, scenario, options)
  yield* scaled(
    0,
    PORTFOLIO_PART,
    simulatePortfolioInSteps(sites, scenario, {
      draws: PORTFOLIO_DRAWS,
      topDraws: PORTFOLIO_TOP_DRAWS,
      seed,
      ruler,
      places,
      onPart: (portfolio) => scope.postMessage({ type: 'portfolio', id, portfolio }),
    }),
  )
  return yield* scaled(PORTFOLIO_PART, 1, simulateInSteps(sites, scenario, options))
}

async function run(request: SimulationRequest & { type: 'run' }): Promise<void> {
  if (columns === null) throw new Error('No sites were sent to simulate.')
  const { id } = request
  const steps = stepsOf(columns, request)
  let looked = performance.now()
  let told = looked
  for (;;) {
    const step = steps.next()
    if (step.done) {
      scope.postMessage({ type: 'done', id, uncertainty: step.value })
      return
    }
    const now = performance.now()
    if (now - looked < STRETCH_MS) continue
    if (now - told >= PROGRESS_EVERY_MS) {
      told = now
      scope.postMessage({ type: 'progress', id, done: step.value })
    }
    await nextTask()
    if (wanted !== id) return
    looked = performance.now()
  }
}

/** Lets waiting messages in; a timer would be held back by four milliseconds each time. */
function nextTask(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    port2.postMessage(null)
  })
}
