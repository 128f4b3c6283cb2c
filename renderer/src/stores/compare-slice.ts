import type { SiteColumns } from '../../../shared/columns/site-columns.ts'
import type { Deck } from '../../../shared/contract/decks.ts'
import { compareInSteps, type ScenarioComparison } from '../../../shared/domain/comparison/compare-scenarios.ts'
import { type SiteComparison, siteComparison } from '../../../shared/domain/comparison/site-comparison.ts'
import { sortedComparisons } from '../../../shared/domain/comparison/sorted-comparisons.ts'
import { scenarioOfDeck } from '../../../shared/domain/scenario/deck-values.ts'
import { PRESETS } from '../../../shared/domain/scenario/presets.ts'
import { resolveScenario, type Scenario } from '../../../shared/domain/scenario/resolve-scenario.ts'
import type { SliceTools } from './app-state.ts'

/** Stands for the scenario on the screen, with what was not saved. */
export const CURRENT = 'current'

export interface ComparisonView {
  readonly columns: SiteColumns
  readonly from: Scenario
  readonly to: Scenario
  readonly comparison: ScenarioComparison
  /** Flips first. */
  readonly sites: readonly SiteComparison[]
}

export interface CompareSlice {
  readonly isComparing: boolean
  readonly compareFrom: string
  readonly compareTo: string
  readonly compareView: ComparisonView | null
  /** 0 to 1 while the comparison is worked out; null while it stands. */
  readonly compareDone: number | null
  setComparing(isComparing: boolean): void
  chooseCompared(from: string, to: string): void
  /** Compares again where the sites, a deck or the scenario on the screen have changed. */
  compareNow(): void
}

/** Longest piece of work between two frames. */
const PIECE_MS = 12

export function compareSlice({ set, get }: SliceTools): CompareSlice {
  let run = 0

  async function compare(): Promise<void> {
    run += 1
    const mine = run
    const { columns, ruler, decks, compareFrom, compareTo } = get()
    const from = scenarioNamed(compareFrom, decks, get().scenario)
    const to = scenarioNamed(compareTo, decks, get().scenario)
    if (columns === null || from === null || to === null) {
      set({ compareView: null, compareDone: null })
      return
    }
    set({ compareDone: 0 })
    const steps = compareInSteps(columns, from, to, ruler)
    let since = performance.now()
    for (;;) {
      const step = steps.next()
      if (step.done) {
        const sites = sortedComparisons(
          Array.from({ length: columns.count }, (_, row) => siteComparison(step.value, row)),
        )
        set({ compareView: { columns, from, to, comparison: step.value, sites }, compareDone: null })
        return
      }
      if (performance.now() - since < PIECE_MS) continue
      set({ compareDone: step.value })
      await new Promise((resolve) => setTimeout(resolve))
      // A newer wish has taken over, or nobody looks any more.
      if (mine !== run || !get().isComparing) return
      since = performance.now()
    }
  }

  return {
    isComparing: false,
    compareFrom: PRESETS[0]?.id ?? CURRENT,
    compareTo: CURRENT,
    compareView: null,
    compareDone: null,
    setComparing(isComparing) {
      set({ isComparing })
      if (isComparing) void compare()
    },
    chooseCompared(compareFrom, compareTo) {
      set({ compareFrom, compareTo })
      void compare()
    },
    compareNow() {
      if (get().isComparing) void compare()
    },
  }
}

/** The scenario of a preset, a deck or the screen; null where there is none any more. */
function scenarioNamed(id: string, decks: readonly Deck[], current: Scenario): Scenario | null {
  if (id === CURRENT) return current
  const deck = decks.find((each) => each.deckId === id)
  const resolved = resolveScenario(deck === undefined ? { preset: id, changes: {} } : scenarioOfDeck(deck))
  return resolved.ok ? resolved.scenario : null
}
