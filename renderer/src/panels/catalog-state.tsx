import { Button, Loader } from '@mantine/core'
import { IconAlertTriangle, IconMapPinPlus } from '@tabler/icons-react'
import { useApp } from '../stores/use-app.ts'

/** Stands where the map will be while there are no sites: loading, unreadable, or empty. */
export function CatalogState() {
  const loadError = useApp((state) => state.loadError)
  const columns = useApp((state) => state.columns)
  const refresh = useApp((state) => state.refresh)
  const pickImport = useApp((state) => state.pickImport)
  if (loadError !== null)
    return (
      <div className="empty" role="alert">
        <IconAlertTriangle size={28} stroke={1.5} />
        <p className="empty__title">The catalog cannot be shown</p>
        <p>{loadError}</p>
        <div className="empty__actions">
          <Button size="xs" variant="default" onClick={() => void refresh()}>
            Try again
          </Button>
        </div>
      </div>
    )
  if (columns === null)
    return (
      <div className="empty" role="status">
        <Loader size="sm" />
        <p>Opening the catalog</p>
      </div>
    )
  return (
    <div className="empty">
      <IconMapPinPlus size={30} stroke={1.4} />
      <p className="empty__title">No sites yet</p>
      <p>
        Load the reference sites with “switchyard init --reference”, or drop a file of sites anywhere on this window.
      </p>
      <div className="empty__actions">
        <Button size="xs" onClick={() => void pickImport()}>
          Import a file
        </Button>
      </div>
    </div>
  )
}
