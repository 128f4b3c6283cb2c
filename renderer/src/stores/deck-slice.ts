import type { Deck } from '../../../shared/contract/decks.ts'
import type { ScenarioInput } from '../../../shared/contract/scenario.ts'
import { scenarioOfDeck } from '../../../shared/domain/scenario/deck-values.ts'
import { type OwnSource, ownValues } from '../../../shared/domain/scenario/own-values.ts'
import { findPreset } from '../../../shared/domain/scenario/presets.ts'
import type { SliceTools } from './app-state.ts'

/** What a person says of a deck as a whole. */
export interface DeckDetails {
  readonly name: string
  readonly asOf: string
  readonly note: string
}

export type DeckDialog = 'saveAs' | 'edit' | 'duplicate'

export interface DeckSlice {
  readonly decks: readonly Deck[]
  /** Sources that were typed since the deck was saved, by assumption. */
  readonly deckSources: Readonly<Record<string, OwnSource>>
  readonly deckDialog: DeckDialog | null
  setDeckDialog(dialog: DeckDialog | null): void
  setDeckSource(key: string, source: OwnSource | null): void
  refreshDecks(): Promise<void>
  chooseDeck(deckId: string): void
  /** Goes on with the deck of the last time and what had not been saved. */
  resumeDeck(deckId: string, changes: Readonly<Record<string, number>>): Promise<void>
  /** A new version of the chosen deck; without a deck, asks for a name. */
  saveDeck(): Promise<void>
  saveDeckAs(details: DeckDetails): Promise<boolean>
  editDeck(details: DeckDetails): Promise<boolean>
  duplicateDeck(name: string): Promise<boolean>
  removeDeck(): Promise<void>
  exportDeck(): Promise<void>
  importDeck(file: File): Promise<void>
}

/** Longest file that can be a deck; the host refuses longer text, too. */
const MOST_BYTES = 2_000_000

export function chosenDeck(state: { scenarioInput: ScenarioInput; decks: readonly Deck[] }): Deck | undefined {
  return state.decks.find((deck) => deck.deckId === state.scenarioInput.deck?.deckId)
}

export function deckSlice({ set, get, ports }: SliceTools): DeckSlice {
  const { client } = ports

  async function write<T>(change: Promise<T>, then: (result: T) => void): Promise<boolean> {
    try {
      const result = await change
      await Promise.all([get().refreshDecks(), get().refreshHistory()])
      then(result)
      return true
    } catch (error) {
      get().report(error)
      return false
    }
  }

  function choose({ deckId }: { readonly deckId: string }): void {
    get().chooseDeck(deckId)
  }

  /** Lays what was not saved over a deck's newest version; a deck that is gone leaves its values as changes. */
  function follow(): void {
    const { scenarioInput, decks } = get()
    const shown = scenarioInput.deck
    if (shown === undefined) return
    const deck = decks.find((each) => each.deckId === shown.deckId)
    if (deck === undefined) {
      const kept = Object.entries(shown.values).map(([key, { value }]) => [key, value] as const)
      get().applyScenario({
        preset: scenarioInput.preset,
        changes: { ...Object.fromEntries(kept), ...scenarioInput.changes },
      })
      return
    }
    const next = scenarioOfDeck(deck)
    if (JSON.stringify(next.deck) !== JSON.stringify(shown))
      get().applyScenario({ ...next, changes: scenarioInput.changes })
  }

  return {
    decks: [],
    deckSources: {},
    deckDialog: null,
    setDeckDialog: (deckDialog) => set({ deckDialog }),
    setDeckSource(key, source) {
      const others = Object.entries(get().deckSources).filter(([each]) => each !== key)
      const deckSources = Object.fromEntries(source === null ? others : [...others, [key, source]])
      set({ deckSources })
      get().remember({ deckSources })
    },
    async refreshDecks() {
      try {
        set({ decks: await client['decks.list']({}) })
        follow()
      } catch (error) {
        get().report(error)
      }
    },
    chooseDeck(deckId) {
      const deck = get().decks.find((each) => each.deckId === deckId)
      if (deck === undefined) return
      set({ deckSources: {} })
      get().remember({ deckSources: {} })
      get().applyScenario(scenarioOfDeck(deck))
    },
    async resumeDeck(deckId, changes) {
      const decks = await client['decks.list']({})
      const deck = decks.find((each) => each.deckId === deckId)
      set({ decks })
      if (deck !== undefined) get().applyScenario({ ...scenarioOfDeck(deck), changes: { ...changes } })
    },
    async saveDeck() {
      const deck = chosenDeck(get())
      if (deck === undefined) {
        set({ deckDialog: 'saveAs' })
        return
      }
      const { deckId, name, asOf, note, version } = deck
      const values = ownValues(deck.base, deck.values, get().scenarioInput.changes, get().deckSources)
      await write(client['decks.save']({ deckId, name, asOf, note, values, seenVersion: version }), choose)
    },
    saveDeckAs(details) {
      const { scenarioInput, deckSources } = get()
      const { preset, deck, changes } = scenarioInput
      const base = deck === undefined ? { deckId: preset } : { deckId: deck.deckId, version: deck.version }
      const values = ownValues({ preset, values: deck?.values ?? {} }, {}, changes, deckSources)
      return write(client['decks.save']({ ...details, base, values }), choose)
    },
    async editDeck(details) {
      const deck = chosenDeck(get())
      if (deck === undefined) return false
      const { deckId, values, version } = deck
      return await write(client['decks.save']({ ...details, deckId, values, seenVersion: version }), () => {})
    },
    duplicateDeck(name) {
      const { deck, preset } = get().scenarioInput
      return write(client['decks.duplicate']({ deckId: deck?.deckId ?? preset, name }), choose)
    },
    async removeDeck() {
      const deck = chosenDeck(get())
      if (deck === undefined) return
      // Chosen before the deck is gone, so that its values do not stay behind as changes of the preset.
      get().applyScenario({ preset: deck.base.preset, changes: get().scenarioInput.changes })
      await write(client['decks.remove']({ deckId: deck.deckId }), () =>
        get().notify('done', `Deleted the deck ${deck.name}; undo brings it back.`),
      )
    },
    async exportDeck() {
      const { deck } = get().scenarioInput
      if (deck === undefined) return
      try {
        const { jobId } = await client['decks.export']({ deckId: deck.deckId, version: deck.version })
        const { result } = await get().jobEnd(jobId)
        if (result?.type === 'file' && (await ports.files.save(result))) get().notify('done', `Saved ${result.name}.`)
      } catch (error) {
        get().report(error)
      }
    },
    async importDeck(file) {
      if (file.size > MOST_BYTES) {
        get().notify('error', `${file.name} is too long for a deck; choose a file that Switchyard exported as a deck.`)
        return
      }
      await write(client['decks.import']({ text: await file.text() }), choose)
    },
  }
}

/** The details that a dialog begins with. */
export function firstDetails(
  dialog: DeckDialog,
  deck: Deck | undefined,
  presetId: string,
  takenNames: readonly string[],
): DeckDetails {
  const preset = findPreset(presetId)
  const asOf = deck?.asOf ?? preset?.date ?? ''
  if (dialog === 'edit') return { name: deck?.name ?? '', asOf, note: deck?.note ?? '' }
  const stem = deck?.name ?? `My ${preset?.label ?? 'deck'}`
  for (let copy = deck === undefined ? 1 : 2; ; copy += 1) {
    const name = copy === 1 ? stem : `${stem} (${copy})`
    if (!takenNames.includes(name)) return { name, asOf, note: '' }
  }
}
