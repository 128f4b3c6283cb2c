import { Modal, NativeSelect } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { QueueEditionInfo } from '../../../shared/contract/queue.ts'
import { formatDate } from '../../../shared/format/format-date.ts'
import type { ChangesOf } from '../stores/queue-slice.ts'
import { useApp, useAppStore } from '../stores/use-app.ts'
import '../styles/queue-diff.css'
import { QueueChanges } from './queue-changes.tsx'
import { QueueFillForm } from './queue-fill-form.tsx'

/** Two editions of one queue beside each other: what is new, gone, withdrawn, slipped or of another size. */
export function QueueChangesDialog() {
  const changesOf = useApp((state) => state.changesOf)
  const showQueueChanges = useApp((state) => state.showQueueChanges)
  return (
    // Locking the scroll would inject a style element, and the page does not scroll anyway.
    <Modal
      opened={changesOf !== null}
      onClose={() => showQueueChanges(null)}
      title="What changed in the queue"
      size={980}
      lockScroll={false}
      centered
      closeButtonProps={{ 'aria-label': 'Close what changed' }}
      transitionProps={{ duration: 0 }}
    >
      {changesOf === null ? null : <Editions of={changesOf} />}
    </Modal>
  )
}

function Editions({ of }: { readonly of: ChangesOf }) {
  const store = useAppStore()
  const [editions, setEditions] = useState<readonly QueueEditionInfo[] | null>(null)
  const [pair, setPair] = useState<{ before: number; after: number } | null>(null)
  useEffect(() => {
    let isGone = false
    void store
      .getState()
      .readQueueEditions()
      .then((all) => {
        if (isGone) return
        const start = startOf(all, of)
        const same = all.filter(({ dataSet }) => dataSet === start?.dataSet)
        setEditions(same)
        // The newest come first, so that the one after it in the list is the one before it in time.
        const after = same.indexOf(start as QueueEditionInfo)
        const [later, earlier] =
          after + 1 < same.length ? [same[after], same[after + 1]] : [same[after - 1], same[after]]
        setPair(later && earlier ? { before: earlier.edition, after: later.edition } : null)
      })
    return () => {
      isGone = true
    }
  }, [store, of])
  if (editions === null) return null
  if (pair === null)
    return (
      <div className="dialog-stack">
        <QueueFillForm />
        <p className="muted">The catalog holds one edition of this queue; import another to see what changed.</p>
      </div>
    )
  const data = editions.map((each) => ({ value: String(each.edition), label: labelOf(each) }))
  return (
    <div className="dialog-stack">
      <div className="queue-editions">
        <NativeSelect
          size="xs"
          label="Earlier edition"
          data={data}
          value={String(pair.before)}
          onChange={(event) => setPair({ ...pair, before: Number(event.currentTarget.value) })}
        />
        <NativeSelect
          size="xs"
          label="Later edition"
          data={data}
          value={String(pair.after)}
          onChange={(event) => setPair({ ...pair, after: Number(event.currentTarget.value) })}
        />
      </div>
      <QueueFillForm />
      <QueueChanges before={pair.before} after={pair.after} />
    </div>
  )
}

/** The edition that a file brought, the last where it came twice; else the one that counts of the data set. */
function startOf(editions: readonly QueueEditionInfo[], of: ChangesOf): QueueEditionInfo | undefined {
  if (of.dataSet !== undefined) return editions.find(({ dataSet, isCurrent }) => dataSet === of.dataSet && isCurrent)
  return editions
    .filter(({ title, fileName }) => title === of.title && fileName === of.fileName)
    .reduce<QueueEditionInfo | undefined>(
      (last, each) => (last && last.importedAt > each.importedAt ? last : each),
      undefined,
    )
}

function labelOf({ title, asOf, fileName }: QueueEditionInfo): string {
  return `${title}${asOf === null || title.includes(asOf) ? '' : `, ${formatDate(asOf)}`} (${fileName})`
}
