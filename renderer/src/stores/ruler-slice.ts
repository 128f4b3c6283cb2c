import type { Judgment, SavedRuler } from '../../../shared/contract/rulers.ts'
import { BUILT_IN_RULERS } from '../../../shared/domain/ranking/built-in-rulers.ts'
import type { Lens } from '../../../shared/domain/ranking/lens.ts'
import { resolveRuler } from '../../../shared/domain/ranking/resolve-ruler.ts'
import { RULER, type Ruler } from '../../../shared/domain/ranking/ruler.ts'
import { judgmentsBehind } from '../weights/judgments-behind.ts'
import type { SliceTools } from './app-state.ts'

export interface RulerSlice {
  /** What the list is scored with: a ruler of the program or of the catalog, or one that is being edited. */
  readonly ruler: Ruler
  /** The catalog's own, by name. */
  readonly savedRulers: readonly SavedRuler[]
  /** True while `ruler` differs from what is saved. */
  readonly isRulerDraft: boolean
  /** Who compared criteria in pairs, and how. */
  readonly judges: readonly Judgment[]
  setJudges(judges: readonly Judgment[]): void
  /** Scores with the ruler of an id; one that is not there leaves things as they are. */
  chooseRuler(rulerId: string): void
  chooseLens(lens: Lens): void
  /** Scores with a ruler that is not saved, within the frame. */
  editRuler(ruler: Ruler): void
  /** Starts a ruler of one's own from another; it is not saved yet. */
  duplicateRuler(ruler: Ruler): void
  /** True when it is in the catalog; else the error is shown and the draft stays. */
  saveRuler(): Promise<boolean>
  removeRuler(rulerId: string): Promise<void>
  refreshRulers(): Promise<void>
}

/** The id of a ruler that has never been saved. */
const NEW_ID = 'new'

export function isBuiltIn(rulerId: string): boolean {
  return Object.values(BUILT_IN_RULERS).some(({ id }) => id === rulerId)
}

export function rulerSlice({ set, get, ports }: SliceTools): RulerSlice {
  let frame = 0
  const find = (rulerId: string): Ruler | null => {
    const builtIn = Object.values(BUILT_IN_RULERS).find(({ id }) => id === rulerId)
    if (builtIn) return builtIn
    const saved = get().savedRulers.find((each) => each.rulerId === rulerId)
    const resolved = saved ? resolveRuler({ ...saved, id: rulerId }) : null
    return resolved?.ok ? resolved.ruler : null
  }

  function use(ruler: Ruler, isRulerDraft: boolean): void {
    set({ ruler, isRulerDraft })
    if (!isRulerDraft) get().remember({ ruler: ruler.id })
    get().rankNow({ baseline: true })
  }

  return {
    ruler: RULER,
    savedRulers: [],
    isRulerDraft: false,
    judges: [{ name: 'Person 1', steps: {} }],
    setJudges(judges) {
      set({ judges })
      get().remember({ judges: [...judges] })
    },
    chooseRuler(rulerId) {
      const ruler = find(rulerId)
      if (ruler === null) return
      use(ruler, false)
      const judgments = get().savedRulers.find((each) => each.rulerId === rulerId)?.judgments
      if (judgments !== undefined) get().setJudges(judgments)
    },
    chooseLens: (lens) => use(BUILT_IN_RULERS[lens], false),
    editRuler(ruler) {
      set({ ruler, isRulerDraft: true })
      if (frame !== 0) return
      frame = requestAnimationFrame(() => {
        frame = 0
        get().rankNow({ baseline: true })
      })
    },
    duplicateRuler(ruler) {
      const taken = new Set(get().savedRulers.map(({ name }) => name))
      const base = `${ruler.name.slice(0, 70)} copy`
      let name = base
      for (let copy = 2; taken.has(name); copy += 1) name = `${base} ${copy}`
      use({ ...ruler, id: NEW_ID, name, version: 0 }, true)
    },
    async saveRuler() {
      const { id, name, lens, criteria, version } = get().ruler
      const judgments = judgmentsBehind(criteria, get().judges)
      try {
        const saved = await ports.client['rulers.save']({
          ...(id === NEW_ID ? {} : { rulerId: id, seenVersion: version }),
          name,
          lens,
          criteria: criteria.map(({ id: criterion, weight, worst, best }) => ({ id: criterion, weight, worst, best })),
          ...(judgments.length > 0 ? { judgments } : {}),
        })
        set({ isRulerDraft: false })
        await Promise.all([get().refreshRulers(), get().refreshHistory()])
        get().chooseRuler(saved.rulerId)
        return true
      } catch (error) {
        get().report(error)
        return false
      }
    },
    async removeRuler(rulerId) {
      try {
        await ports.client['rulers.remove']({ rulerId })
        await Promise.all([get().refreshRulers(), get().refreshHistory()])
      } catch (error) {
        get().report(error)
      }
    },
    async refreshRulers() {
      try {
        set({ savedRulers: await ports.client['rulers.list']({}) })
      } catch (error) {
        get().report(error)
        return
      }
      const { ruler, isRulerDraft } = get()
      if (isRulerDraft || isBuiltIn(ruler.id)) return
      const current = find(ruler.id)
      if (current === null) get().chooseLens('combined')
      else if (current.version !== ruler.version || current.name !== ruler.name) use(current, false)
    },
  }
}
