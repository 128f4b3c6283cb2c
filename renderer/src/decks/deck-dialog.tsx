import { Button, Modal, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { chosenDeck, type DeckDialog as Dialog, firstDetails } from '../stores/deck-slice.ts'
import { useApp } from '../stores/use-app.ts'

const TITLES: Readonly<Record<Dialog, string>> = {
  saveAs: 'Save as a new deck',
  edit: 'Name, date and note',
  duplicate: 'Duplicate',
}

const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/

/** Asks what a deck is to be called and what it is for. */
export function DeckDialog() {
  const dialog = useApp((state) => state.deckDialog)
  const setDialog = useApp((state) => state.setDeckDialog)
  return (
    // Locking the scroll would inject a style element, and the page does not scroll anyway.
    <Modal
      opened={dialog !== null}
      onClose={() => setDialog(null)}
      title={dialog === null ? '' : TITLES[dialog]}
      size={460}
      lockScroll={false}
      centered
      closeButtonProps={{ 'aria-label': 'Close' }}
      transitionProps={{ duration: 0 }}
    >
      {dialog === null ? null : <DeckForm dialog={dialog} onDone={() => setDialog(null)} />}
    </Modal>
  )
}

function DeckForm({ dialog, onDone }: { readonly dialog: Dialog; onDone(): void }) {
  const deck = useApp(chosenDeck)
  const decks = useApp((state) => state.decks)
  const preset = useApp((state) => state.scenarioInput.preset)
  const saveAs = useApp((state) => state.saveDeckAs)
  const edit = useApp((state) => state.editDeck)
  const duplicate = useApp((state) => state.duplicateDeck)
  const [details, setDetails] = useState(() =>
    firstDetails(
      dialog,
      deck,
      preset,
      decks.map((each) => each.name),
    ),
  )
  const name = details.name.trim()
  const isDate = DATE.test(details.asOf.trim())
  const submit = async (event: FormEvent): Promise<void> => {
    event.preventDefault()
    if (name === '' || !isDate) return
    const wanted = { ...details, name, asOf: details.asOf.trim() }
    const isDone = await (dialog === 'saveAs' ? saveAs(wanted) : dialog === 'edit' ? edit(wanted) : duplicate(name))
    if (isDone) onDone()
  }
  return (
    <form className="dialog-stack" onSubmit={(event) => void submit(event)}>
      <TextInput
        size="xs"
        label="Name"
        data-autofocus
        maxLength={80}
        value={details.name}
        onChange={(event) => setDetails({ ...details, name: event.currentTarget.value })}
      />
      {dialog === 'duplicate' ? null : (
        <>
          <TextInput
            size="xs"
            label="As of"
            description="The day whose markets the deck speaks of: 2026, 2026-07 or 2026-07-01"
            maxLength={10}
            error={isDate ? undefined : 'Write 2026, 2026-07 or 2026-07-01'}
            value={details.asOf}
            onChange={(event) => setDetails({ ...details, asOf: event.currentTarget.value })}
          />
          <Textarea
            size="xs"
            label="Note"
            rows={3}
            maxLength={4_000}
            value={details.note}
            onChange={(event) => setDetails({ ...details, note: event.currentTarget.value })}
          />
        </>
      )}
      <div className="dialog-actions">
        <Button size="xs" variant="default" onClick={onDone}>
          Cancel
        </Button>
        <Button size="xs" type="submit" disabled={name === '' || !isDate}>
          {dialog === 'duplicate' ? 'Duplicate' : 'Save'}
        </Button>
      </div>
    </form>
  )
}
