import type { Ranking } from '../../../shared/domain/ranking/ranking.ts'
import { type Portfolio, TOP_PLACES } from '../../../shared/domain/uncertainty/portfolio/portfolio.ts'
import type { Uncertainty } from '../../../shared/domain/uncertainty/uncertainty.ts'
import { Simulator } from '../uncertainty/simulator.ts'
import type { SliceTools } from './app-state.ts'

export interface UncertaintySlice {
  /** The last result with the ranking that it belongs to; good only while that ranking is shown. */
  readonly uncertainty: { readonly ranking: Ranking; readonly result: Uncertainty } | null
  /** What the portfolio method says of a large catalog, good only while its ranking is shown. */
  readonly portfolio: { readonly ranking: Ranking; readonly result: Portfolio } | null
  /** Share done of a run under way, 0 to 1. */
  readonly uncertaintyDone: number
  readonly uncertaintyFailed: boolean
  /** A run is under way. */
  readonly isDrawing: boolean
  /** Whether the draws begin whenever the ranking rests; a laptop on battery may rather be asked. */
  readonly drawsByThemselves: boolean
  setDrawsByThemselves(on: boolean): void
  /** How many places of a large catalog count as the best, 1 to MOST_TOP_PLACES. */
  readonly topPlaces: number
  setTopPlaces(places: number): void
  /** Draws for what is shown, now. */
  drawNow(): void
  /** The ranking changed: what was said of its predecessor no longer holds; says anew once it rests. */
  followRanking(): void
}

/** How long a lever must rest before the draws start. */
const REST_MS = 300

export function uncertaintySlice({ set, get }: SliceTools): UncertaintySlice {
  const simulator = new Simulator()
  let timer: ReturnType<typeof setTimeout> | undefined

  function start(): void {
    const { columns, ranking, scenario } = get()
    if (columns === null || ranking === null || columns.count === 0) return
    set({ isDrawing: true })
    simulator.run(columns, scenario, ranking.ruler, get().topPlaces, {
      onProgress: (uncertaintyDone) => set({ uncertaintyDone }),
      onPortfolio: (result) => set({ portfolio: { ranking, result } }),
      onDone: (result) => set({ uncertainty: { ranking, result }, isDrawing: false }),
      onFailed: () => set({ uncertaintyFailed: true, isDrawing: false }),
    })
  }

  return {
    uncertainty: null,
    portfolio: null,
    uncertaintyDone: 0,
    uncertaintyFailed: false,
    isDrawing: false,
    drawsByThemselves: true,
    topPlaces: TOP_PLACES,
    setTopPlaces(topPlaces) {
      set({ topPlaces })
      get().drawNow()
    },
    setDrawsByThemselves(drawsByThemselves) {
      set({ drawsByThemselves })
      get().remember({ drawsByThemselves })
      get().followRanking()
    },
    drawNow() {
      set({ uncertaintyFailed: false })
      start()
    },
    followRanking() {
      simulator.cancel()
      clearTimeout(timer)
      set({ uncertaintyDone: 0, uncertaintyFailed: false, isDrawing: false })
      if (get().drawsByThemselves) timer = setTimeout(start, REST_MS)
    },
  }
}
