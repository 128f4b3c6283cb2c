import { EventEmitter } from 'node:events'

type Listener = Parameters<Electron.IpcMain['handle']>[1]

/** The frame that a message comes from. */
export interface FakeFrame {
  readonly origin: string
  readonly parent: FakeFrame | null
  readonly detached: boolean
}

export class FakeIpcMain implements Pick<Electron.IpcMain, 'handle' | 'removeHandler'> {
  readonly #handlers = new Map<string, Listener>()

  get channels(): string[] {
    return [...this.#handlers.keys()]
  }

  handle(channel: string, listener: Listener): void {
    if (this.#handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    this.#handlers.set(channel, listener)
  }

  removeHandler(channel: string): void {
    this.#handlers.delete(channel)
  }

  /** Delivers what a frame asked, as Electron does: cloned, and with an error reduced to its message. */
  async deliver(frame: FakeFrame | null, channel: string, args: unknown[]): Promise<unknown> {
    const handler = this.#handlers.get(channel)
    const refused = `Error invoking remote method '${channel}': `
    if (!handler) throw new Error(`${refused}Error: No handler registered for '${channel}'`)
    const event = { type: 'frame', senderFrame: frame } as unknown as Electron.IpcMainInvokeEvent
    const sent = structuredClone(args)
    try {
      return structuredClone(await handler(event, ...sent))
    } catch (error) {
      throw new Error(`${refused}${error}`)
    }
  }
}

type RendererListener = Parameters<Electron.IpcRenderer['on']>[1]

/** A page's end of the wire. */
export class FakeIpcRenderer implements Pick<Electron.IpcRenderer, 'invoke'> {
  readonly #events = new EventEmitter()
  readonly #ask: (channel: string, args: unknown[]) => Promise<unknown>

  constructor(ask: (channel: string, args: unknown[]) => Promise<unknown>) {
    this.#ask = ask
  }

  // Electron throws on what cannot be cloned before anything is sent.
  invoke(channel: string, ...args: unknown[]): Promise<unknown> {
    return this.#ask(channel, structuredClone(args))
  }

  on(channel: string, listener: RendererListener): this {
    this.#events.on(channel, listener)
    return this
  }

  removeListener(channel: string, listener: RendererListener): this {
    this.#events.removeListener(channel, listener)
    return this
  }

  listenerCount(channel: string): number {
    return this.#events.listenerCount(channel)
  }

  receive(channel: string, args: unknown[]): void {
    const event = { sender: this, ports: [] } as unknown as Electron.IpcRendererEvent
    this.#events.emit(channel, event, ...structuredClone(args))
  }
}
