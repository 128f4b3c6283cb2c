import { createClient } from '../../../shared/contract/client.ts'
import { appEvent } from '../../../shared/contract/events.ts'
import type { AppPorts } from '../stores/app-state.ts'
import type { HostConnection } from './host-connection.ts'

/** The ports of the stores over a connection. An event that this version does not know is dropped. */
export function appPorts(connection: HostConnection): AppPorts {
  return {
    client: createClient(connection.transport),
    files: connection.files,
    fetchTile: connection.fetchTile,
    onState: (listener) => connection.onState(listener),
    onEvent: (listener) =>
      connection.transport.onEvent((event) => {
        const known = appEvent.safeParse(event)
        if (known.success) listener(known.data)
      }),
  }
}
