type Faked = 'handle' | 'registerSchemesAsPrivileged'

export class FakeProtocol implements Pick<Electron.Protocol, Faked> {
  readonly schemes: Electron.CustomScheme[][] = []
  readonly #handlers = new Map<string, (request: Request) => Response | Promise<Response>>()
  readonly #order: string[]

  constructor(order: string[]) {
    this.#order = order
  }

  registerSchemesAsPrivileged(customSchemes: Electron.CustomScheme[]): void {
    this.#order.push('registerSchemesAsPrivileged')
    this.schemes.push(customSchemes)
  }

  handle(scheme: string, handler: (request: Request) => Response | Promise<Response>): void {
    if (this.#handlers.has(scheme)) throw new Error(`The scheme ${scheme} has been registered already`)
    this.#handlers.set(scheme, handler)
  }

  /** Asks for an address just as it is written. Node's Request would resolve `..` in it, as Chromium does too. */
  async fetch(
    address: string,
    { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
  ) {
    const handler = this.#handlers.get(address.slice(0, address.indexOf(':')))
    if (!handler) throw new Error(`net::ERR_UNKNOWN_URL_SCHEME ${address}`)
    return handler({ url: address, method, headers: new Headers(headers) } as Request)
  }
}
