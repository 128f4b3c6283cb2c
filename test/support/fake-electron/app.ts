import { EventEmitter } from 'node:events'
import { FakeEvent } from './event.ts'

type Faked = 'enableSandbox' | 'exit' | 'isPackaged' | 'quit' | 'requestSingleInstanceLock' | 'setPath' | 'whenReady'

/** Electron's `app`: ready when the test says so, and quitting in Electron's order of events. */
export class FakeApp extends EventEmitter implements Pick<Electron.App, Faked> {
  readonly isPackaged: boolean
  readonly paths = new Map<string, string>()
  /** Null while the app runs. */
  exitCode: number | null = null
  /** Windows that close now do so because the app quits. */
  isQuitting = false
  closeWindows: () => void = () => {}
  readonly #order: string[]
  readonly #hasLock: boolean
  readonly #ready = Promise.withResolvers<void>()

  constructor(order: string[], { isPackaged = false, hasLock = true }: { isPackaged?: boolean; hasLock?: boolean }) {
    super()
    this.#order = order
    this.isPackaged = isPackaged
    this.#hasLock = hasLock
  }

  enableSandbox(): void {
    this.#order.push('enableSandbox')
  }

  requestSingleInstanceLock(): boolean {
    this.#order.push('requestSingleInstanceLock')
    return this.#hasLock
  }

  setPath(name: string, path: string): void {
    this.paths.set(name, path)
  }

  whenReady(): Promise<void> {
    this.#order.push('whenReady')
    return this.#ready.promise
  }

  becomeReady(): void {
    this.#order.push('ready')
    this.#ready.resolve()
  }

  /** Closes all windows, then ends unless `will-quit` was prevented. */
  quit(): void {
    this.#order.push('quit')
    this.isQuitting = true
    this.closeWindows()
    const event = new FakeEvent()
    this.emit('will-quit', event)
    this.isQuitting = false
    if (!event.defaultPrevented) this.exitCode ??= 0
  }

  exit(exitCode = 0): void {
    this.#order.push('exit')
    this.exitCode ??= exitCode
  }
}
