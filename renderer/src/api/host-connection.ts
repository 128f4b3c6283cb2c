import type { Transport } from '../../../shared/contract/transport.ts'
import type { FileDoor } from './file-door.ts'
import type { FetchTile } from './tile-door.ts'

/** `lost`: the host does not answer; `ended`: it answers, but no longer to this page's session. */
export type ConnectionState = 'online' | 'lost' | 'ended'

/** What the page has of its host: calls, events, files, and whether the host still answers. */
export interface HostConnection {
  readonly transport: Transport
  readonly files: FileDoor
  readonly fetchTile: FetchTile
  /** Hears every change between online and lost; returns the function that ends the subscription. */
  onState(listener: (state: ConnectionState) => void): () => void
}
