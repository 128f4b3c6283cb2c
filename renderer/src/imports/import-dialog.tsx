import { Button, Modal } from '@mantine/core'
import { useApp } from '../stores/use-app.ts'
import { ImportCard } from './import-card.tsx'
import { type ImportItem, isMoving, isReady } from './import-item.ts'

/** Checks files, shows what each would change, and imports them when told to. */
export function ImportDialog() {
  const items = useApp((state) => state.importItems)
  const close = useApp((state) => state.closeImport)
  const commit = useApp((state) => state.commitImports)
  const ready = items.filter(isReady).length
  const isWaiting = items.some(isMoving)
  const isMapping = items.some(({ step }) => step === 'mapping')
  const isOver = items.length > 0 && items.every(({ step }) => step === 'done' || step === 'failed')
  return (
    // Locking the scroll would inject a style element, and the page does not scroll anyway.
    <Modal
      opened={items.length > 0}
      onClose={close}
      title={titleOf(items)}
      size={isMapping ? 960 : 680}
      lockScroll={false}
      centered
      closeButtonProps={{ 'aria-label': 'Close the import' }}
      closeOnClickOutside={false}
      transitionProps={{ duration: 0 }}
    >
      <div className="dialog-stack">
        {items.map((item) => (
          <ImportCard key={item.key} item={item} isAlone={items.length === 1} />
        ))}
        {(isWaiting || isMapping) && items.length === 1 ? null : (
          <div className="dialog-actions">
            {isOver ? (
              <Button size="xs" data-autofocus onClick={close}>
                {items.some(({ step }) => step === 'done') ? 'Done' : 'Close'}
              </Button>
            ) : (
              <>
                <Button size="xs" variant="default" disabled={isWaiting} onClick={close}>
                  Cancel
                </Button>
                <Button size="xs" data-autofocus disabled={isWaiting || ready === 0} onClick={() => void commit()}>
                  {ready === 0 && !isWaiting && !isMapping
                    ? 'Nothing to import'
                    : ready > 1
                      ? `Import ${ready} files`
                      : 'Import'}
                </Button>
              </>
            )}
          </div>
        )}
      </div>
    </Modal>
  )
}

function titleOf(items: readonly ImportItem[]): string {
  const [first] = items
  if (first === undefined) return 'Import'
  if (items.length > 1) return `${items.length} files`
  switch (first.step) {
    case 'waiting':
    case 'sending':
      return `Reading ${first.fileName}`
    case 'checking':
      return `Checking ${first.fileName}`
    case 'mapping':
      return `What are the columns of ${first.fileName}?`
    case 'review':
      return `Import ${first.fileName}?`
    case 'importing':
      return `Importing ${first.fileName}`
    case 'done':
      return `Imported ${first.fileName}`
    case 'failed':
      return 'The file was not imported'
  }
}
