import { EventEmitter } from 'node:events'
import { FakeEvent } from './event.ts'

type Faked = 'setDevicePermissionHandler' | 'setPermissionCheckHandler' | 'setPermissionRequestHandler'

/** A session that, as Electron does, grants everything until it is given handlers. */
export class FakeSession extends EventEmitter implements Pick<Electron.Session, Faked> {
  request: Parameters<Electron.Session['setPermissionRequestHandler']>[0] = (_contents, _permission, answer) =>
    answer(true)
  check: Parameters<Electron.Session['setPermissionCheckHandler']>[0] = () => true
  device: Parameters<Electron.Session['setDevicePermissionHandler']>[0] = () => true

  setPermissionRequestHandler(handler: FakeSession['request']): void {
    this.request = handler
  }

  setPermissionCheckHandler(handler: FakeSession['check']): void {
    this.check = handler
  }

  setDevicePermissionHandler(handler: FakeSession['device']): void {
    this.device = handler
  }

  /** Whether a download that a page starts goes on. */
  download(): boolean {
    const event = new FakeEvent()
    this.emit('will-download', event, {}, {})
    return !event.defaultPrevented
  }
}
