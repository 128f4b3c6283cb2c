import type { GrantedFile } from '../../../shared/contract/app.ts'
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

  async function send(file: File, onProgress: (share: number) => void, made: boolean): Promise<GrantedFile> {
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
        ...(made ? { made } : {}),
      })
      onProgress(file.size === 0 ? 1 : sent / file.size)
      if (last) return granted
      grant = granted.grant
    }
  }

  return {
    transport,
    onState: () => () => {},
    fetchTile: (path, signal) => fetch(path, { signal: signal ?? null }),
    files: {
      pick: () => client['files.pickToOpen']({}),
      save: (result) => client['files.save']({ grant: result.grant, name: result.name }),
      receive: (file, onProgress) => send(file, onProgress, false),
      async saveMade(file) {
        const { grant, name } = await send(file, () => {}, true)
        return client['files.save']({ grant, name })
      },
    },
  }
}
