import { DeckDialog } from '../decks/deck-dialog.tsx'
import { ExportDialog } from '../exports/export-dialog.tsx'
import { ImportDialog } from '../imports/import-dialog.tsx'
import { CandidatesDialog } from '../plants/candidates-dialog.tsx'
import { QueueChangesDialog } from '../queue/queue-changes-dialog.tsx'

/** The dialogs over the whole screen; each shows itself when the state says so. */
export function Dialogs() {
  return (
    <>
      <ImportDialog />
      <DeckDialog />
      <ExportDialog />
      <QueueChangesDialog />
      <CandidatesDialog />
    </>
  )
}
