import type { SiteColumns } from '../../../shared/columns/site-columns.ts'
import type { Ruler } from '../../../shared/domain/ranking/ruler.ts'
import type { Scenario } from '../../../shared/domain/scenario/resolve-scenario.ts'
import type { Portfolio } from '../../../shared/domain/uncertainty/portfolio/portfolio.ts'
import type { Uncertainty } from '../../../shared/domain/uncertainty/uncertainty.ts'
import { drawsFor } from './draws-for.ts'
import type { SimulationAnswer, SimulationRequest } from './simulation-messages.ts'

export interface SimulationWatch {
  onProgress(done: number): void
  /** A large catalog's figures so far; more of them come in later calls. */
  onPortfolio(portfolio: Portfolio): void
  onDone(uncertainty: Uncertainty): void
  onFailed(): void
}

const SEED = 1
/** Simulates in a worker of its own, one run at a time: a newer run or `cancel` ends the one before. */
export class Simulator {
  #worker: Worker | null = null
  #sentColumns: SiteColumns | null = null
  #run = 0
  #watch: SimulationWatch | null = null

  run(columns: SiteColumns, scenario: Scenario, ruler: Ruler, places: number, watch: SimulationWatch): void {
    this.#run += 1
    this.#watch = watch
    try {
      this.#worker ??= this.#start()
      this.#send({
        type: 'run',
        id: this.#run,
        ...(columns === this.#sentColumns ? {} : { columns }),
        scenario,
        ruler,
        draws: drawsFor(columns.count),
        seed: SEED,
        places,
      })
      this.#sentColumns = columns
    } catch {
      this.#fail()
    }
  }

  cancel(): void {
    if (this.#watch === null) return
    this.#watch = null
    this.#send({ type: 'cancel' })
  }

  #start(): Worker {
    const worker = new Worker(new URL('./simulation-worker.ts', import.meta.url), { type: 'module' })
    worker.onmessage = ({ data }: MessageEvent<SimulationAnswer>) => {
      const watch = this.#watch
      if (data.id !== this.#run || watch === null) return
      if (data.type === 'progress') {
        watch.onProgress(data.done)
        return
      }
      if (data.type === 'portfolio') {
        watch.onPortfolio(data.portfolio)
        return
      }
      if (data.type === 'failed') {
        this.#fail()
        return
      }
      this.#watch = null
      watch.onDone(data.uncertainty)
    }
    worker.onerror = () => this.#fail()
    return worker
  }

  /** The next run gets a worker of its own: one that failed may never answer. */
  #fail(): void {
    this.#worker?.terminate()
    this.#worker = null
    this.#sentColumns = null
    const watch = this.#watch
    this.#watch = null
    watch?.onFailed()
  }

  #send(request: SimulationRequest): void {
    this.#worker?.postMessage(request)
  }
}
