import type { ScenarioInput } from '../../../shared/contract/scenario.ts'
import { rankSites } from '../../../shared/domain/ranking/rank-sites.ts'
import type { Ranking } from '../../../shared/domain/ranking/ranking.ts'
import { resolveRuler } from '../../../shared/domain/ranking/resolve-ruler.ts'
import { RULER } from '../../../shared/domain/ranking/ruler.ts'
import { DEFAULT_PRESET } from '../../../shared/domain/scenario/presets.ts'
import { resolveScenario, type Scenario } from '../../../shared/domain/scenario/resolve-scenario.ts'
import type { SliceTools } from './app-state.ts'

export interface ScenarioSlice {
  readonly scenarioInput: ScenarioInput
  readonly scenario: Scenario
  readonly ranking: Ranking | null
  /** The ranks under the preset or deck as it stands, which moved ranks are held against. */
  readonly presetRank: Uint32Array | null
  choosePreset(preset: string): void
  /** Shows another scenario whole: another deck, another version of it. */
  applyScenario(input: ScenarioInput): void
  /** Moves one assumption; the order follows within the frame, however many events a frame brings. */
  changeAssumption(key: string, value: number): void
  resetAssumption(key: string): void
  resetAssumptions(): void
  /** Ranks at once; `baseline` also ranks the preset or deck without changes. */
  rankNow(what: { baseline: boolean }): void
}

const FIRST_INPUT: ScenarioInput = { preset: DEFAULT_PRESET, changes: {} }

/** The scenario of an input, or null where a remembered input no longer fits this version. */
export function scenarioOf(input: ScenarioInput): Scenario | null {
  const resolved = resolveScenario(input)
  return resolved.ok ? resolved.scenario : null
}

export function scenarioSlice({ set, get }: SliceTools): ScenarioSlice {
  const firstScenario = scenarioOf(FIRST_INPUT)
  if (firstScenario === null) throw new Error('The default preset does not resolve.')
  let frame = 0

  function apply(input: ScenarioInput, what: { baseline: boolean }): void {
    const resolved = resolveScenario(input)
    if (!resolved.ok) {
      get().notify('error', resolved.reason)
      return
    }
    set({ scenarioInput: input, scenario: resolved.scenario })
    get().remember({ preset: input.preset, deck: input.deck?.deckId ?? null, changes: input.changes })
    if (what.baseline) {
      get().rankNow(what)
      return
    }
    if (frame !== 0) return
    frame = requestAnimationFrame(() => {
      frame = 0
      get().rankNow({ baseline: false })
    })
  }

  function dropSources(): void {
    set({ deckSources: {} })
    get().remember({ deckSources: {} })
  }

  return {
    scenarioInput: FIRST_INPUT,
    scenario: firstScenario,
    ranking: null,
    presetRank: null,
    choosePreset(preset) {
      dropSources()
      apply({ preset, changes: {} }, { baseline: true })
    },
    applyScenario: (input) => apply(input, { baseline: true }),
    changeAssumption(key, value) {
      const input = get().scenarioInput
      apply({ ...input, changes: { ...input.changes, [key]: value } }, { baseline: false })
    },
    resetAssumption(key) {
      const input = get().scenarioInput
      get().setDeckSource(key, null)
      apply(
        { ...input, changes: Object.fromEntries(Object.entries(input.changes).filter(([each]) => each !== key)) },
        { baseline: false },
      )
    },
    resetAssumptions() {
      dropSources()
      apply({ ...get().scenarioInput, changes: {} }, { baseline: false })
    },
    rankNow({ baseline }) {
      const { columns, scenario, scenarioInput, ruler: wanted, ranking: last } = get()
      if (columns === null) return
      // A draft that cannot measure yet leaves the last ruler that could in use.
      const ruler = resolveRuler(wanted).ok ? wanted : (last?.ruler ?? RULER)
      const ranking = rankSites(columns, scenario, ruler)
      if (!baseline) {
        set({ ranking })
      } else {
        const published = scenarioOf({ ...scenarioInput, changes: {} })
        const isChanged = Object.keys(scenarioInput.changes).length > 0
        set({ ranking, presetRank: isChanged && published ? rankSites(columns, published, ruler).rank : ranking.rank })
      }
      get().applyFilters()
      get().followRanking()
      get().compareNow()
    },
  }
}
