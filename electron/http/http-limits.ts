/** How much and how long the loopback host lets a client take. */
export interface HttpLimits {
  /** Bytes of a JSON body. */
  readonly bodyBytes: number
  /** For a JSON body to arrive. */
  readonly bodyTimeoutMs: number
  readonly headersTimeoutMs: number
  /** For a whole request to arrive, uploads included. */
  readonly requestTimeoutMs: number
  /** An upload may stand still for this long. */
  readonly uploadIdleMs: number
  /** Between two signs of life on an event stream. */
  readonly keepAliveMs: number
}

export const DEFAULT_LIMITS: HttpLimits = {
  // A drawing of 100,000 vertices is written in 3 MB.
  bodyBytes: 8_000_000,
  bodyTimeoutMs: 30_000,
  headersTimeoutMs: 10_000,
  requestTimeoutMs: 600_000,
  uploadIdleMs: 60_000,
  keepAliveMs: 15_000,
}
