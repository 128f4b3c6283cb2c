import { NativeSelect, Tooltip } from '@mantine/core'
import { findPreset, PRESETS } from '../../../shared/domain/scenario/presets.ts'
import { chosenDeck } from '../stores/deck-slice.ts'
import { useApp } from '../stores/use-app.ts'
import { DeckMenu } from './deck-menu.tsx'

/** Chooses the preset or deck, and says whether what is on the screen is saved. */
export function DeckPicker() {
  const input = useApp((state) => state.scenarioInput)
  const decks = useApp((state) => state.decks)
  const deck = useApp(chosenDeck)
  const hasSources = useApp((state) => Object.keys(state.deckSources).length > 0)
  const choosePreset = useApp((state) => state.choosePreset)
  const chooseDeck = useApp((state) => state.chooseDeck)
  const isChanged = hasSources || Object.keys(input.changes).length > 0
  const note = input.deck?.note || findPreset(input.preset)?.note || ''
  return (
    <div className="deck-picker">
      <Tooltip label={note} multiline w={300} openDelay={500} fz="xs" position="bottom-start">
        <NativeSelect
          size="xs"
          className="deck-picker__select"
          aria-label="Market preset or deck"
          value={input.deck?.deckId ?? input.preset}
          data={[
            {
              group: 'Built-in markets',
              items: PRESETS.map(({ id, label }) => ({ value: id, label: `Market of ${label}` })),
            },
            ...(decks.length === 0
              ? []
              : [{ group: 'Decks', items: decks.map(({ deckId, name }) => ({ value: deckId, label: name })) }]),
          ]}
          onChange={(event) => {
            const id = event.currentTarget.value
            if (findPreset(id)) choosePreset(id)
            else chooseDeck(id)
          }}
        />
      </Tooltip>
      <DeckMenu isChanged={isChanged} />
      <p className="deck-picker__state" role="status" data-changed={isChanged}>
        {stateText(input.deck?.version, deck?.isMerged === true, isChanged)}
      </p>
    </div>
  )
}

function stateText(version: number | undefined, isMerged: boolean, isChanged: boolean): string {
  if (version === undefined) return isChanged ? 'Built in · changed' : 'Built in'
  const name = `Version ${version}${isMerged ? ', merged' : ''}`
  return isChanged ? `${name} · changed since saved` : name
}
