import { CloseButton } from '@mantine/core'
import { IconInfoCircle, IconPlugConnectedX } from '@tabler/icons-react'
import { useState } from 'react'
import { useApp } from '../stores/use-app.ts'

/** What concerns the whole app: a host that is gone, and what the host wants to be known. */
export function Banners() {
  const connection = useApp((state) => state.connection)
  const notice = useApp((state) => state.info?.notice ?? null)
  const [isNoticeClosed, setNoticeClosed] = useState(false)
  return (
    <div>
      {connection === 'lost' ? (
        <div className="banner" data-kind="bad" role="alert">
          <IconPlugConnectedX size={17} />
          Switchyard is no longer running; start it again. This page reconnects by itself.
        </div>
      ) : null}
      {connection === 'ended' ? (
        <div className="banner" data-kind="bad" role="alert">
          <IconPlugConnectedX size={17} />
          Switchyard was started anew and no longer knows this page; open it from the new start's address.
        </div>
      ) : null}
      {notice !== null && !isNoticeClosed ? (
        <div className="banner" role="status">
          <IconInfoCircle size={17} />
          {notice}
          <CloseButton size="sm" ml="auto" aria-label="Close this notice" onClick={() => setNoticeClosed(true)} />
        </div>
      ) : null}
    </div>
  )
}
