/** The two functions that every transport offers: Electron's preload, the loopback host, a direct call in a test. */
export interface Transport {
  call(method: string, input: unknown): Promise<unknown>
  /** Returns the function that ends the subscription. */
  onEvent(listener: (event: unknown) => void): () => void
}
