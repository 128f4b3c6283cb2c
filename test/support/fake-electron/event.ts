/** An event that its listeners may prevent. */
export class FakeEvent implements Pick<Electron.Event, 'defaultPrevented' | 'preventDefault'> {
  defaultPrevented = false

  preventDefault(): void {
    this.defaultPrevented = true
  }
}
