/** What a page sees of its preload: copies of values and stand-ins for functions, never the objects themselves. */
export class FakeContextBridge implements Pick<Electron.ContextBridge, 'exposeInMainWorld'> {
  readonly world: Record<string, unknown> = {}

  // The name and type are Electron's.
  // biome-ignore lint/suspicious/noExplicitAny: Electron declares the exposed value so.
  exposeInMainWorld(apiKey: string, api: any): void {
    if (Object.hasOwn(this.world, apiKey)) {
      throw new Error('Cannot bind an API on top of an existing property on the window object')
    }
    this.world[apiKey] = cross(api)
  }
}

function cross(value: unknown): unknown {
  if (typeof value === 'function') {
    return (...args: unknown[]) => {
      const result = value(...args.map(cross))
      return result instanceof Promise ? result.then(cross) : cross(result)
    }
  }
  if (Array.isArray(value)) return value.map(cross)
  if (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype) {
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, cross(each)]))
  }
  return structuredClone(value)
}
