import { createClient } from '../../../shared/contract/client.ts'
import type { Transport } from '../../../shared/contract/transport.ts'
import type { HostConnection } from './host-connection.ts'

declare global {
  interface Window {
    /** Put there by the desktop's preload script alone. */
    readonly switchyard?: Transport
  }
}

const PIECE_BYTES = 1024 * 1024

/** The connection inside the desktop window, where the host lives as long as the page. */
export function electronConnection(transport: Transport): HostConnection {
  const client = createClient(transport)
  return {
    transport,
    onState: () => () => {},
    files: {
      pick: () => client['files.pickToOpen']({}),
      save: (result) => client['files.save']({ grant: result.grant, name: result.name }),
      async receive(file, onProgress) {
        let grant: string | undefined
        for (let sent = 0; ; ) {
          const piece = new Uint8Array(await file.slice(sent, sent + PIECE_BYTES).arrayBuffer())
          sent += piece.byteLength
          const last = sent >= file.size
          const granted = await client['files.receive']({
            ...(grant === undefined ? {} : { grant }),
            name: file.name.slice(0, 255),
            bytes: piece,
            last,
          })
          onProgress(file.size === 0 ? 1 : sent / file.size)
          if (last) return granted
          grant = granted.grant
        }
      },
    },
  }
}
