import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'

/** How long a launch token may wait to be used. */
export const LAUNCH_LIFE_MS = 60_000
const MOST_LAUNCH_TOKENS = 16
const MOST_SESSIONS = 8

interface LaunchToken {
  readonly digest: Buffer
  readonly expiresAt: number
}

/**
 * Who may call the API. A launch token (256 bits, once, within 60 s) is exchanged for a bearer that lasts as long as
 * the host. Only SHA-256 digests are kept, so a token cannot be read back out of memory, and comparing them takes
 * the same time whatever was sent.
 */
export class Sessions {
  #launchTokens: LaunchToken[] = []
  /** Least recently used first. */
  #bearers: Buffer[] = []
  readonly #now: () => number

  /** @param now milliseconds; a monotonic clock, so that setting the system's time makes no token live longer. */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now
  }

  mintLaunchToken(): string {
    const token = randomToken()
    this.#launchTokens.push({ digest: sha256(token), expiresAt: this.#now() + LAUNCH_LIFE_MS })
    this.#launchTokens = this.#launchTokens.slice(-MOST_LAUNCH_TOKENS)
    return token
  }

  /** The bearer for a launch token, or null for one that is unknown, used or older than 60 s. A ninth session ends the one unused for longest. */
  redeem(launchToken: string): string | null {
    const given = sha256(launchToken)
    const now = this.#now()
    const found = this.#launchTokens.find(({ digest }) => timingSafeEqual(digest, given))
    this.#launchTokens = this.#launchTokens.filter((each) => each !== found && each.expiresAt > now)
    if (!found || found.expiresAt <= now) return null
    const bearer = randomToken()
    this.#bearers = [...this.#bearers, sha256(bearer)].slice(-MOST_SESSIONS)
    return bearer
  }

  /** Whether an Authorization header names a living session. */
  accepts(authorization: string | undefined): boolean {
    const bearer = /^Bearer ([A-Za-z0-9_-]{1,128})$/.exec(authorization ?? '')?.[1]
    if (bearer === undefined) return false
    const given = sha256(bearer)
    const index = this.#bearers.findIndex((digest) => timingSafeEqual(digest, given))
    if (index < 0) return false
    this.#bearers.push(...this.#bearers.splice(index, 1))
    return true
  }
}

/** 256 random bits as 43 characters of base64url. */
export function randomToken(): string {
  return randomBytes(32).toString('base64url')
}

/** Compares two tokens in a time that does not depend on where they differ. */
export function sameToken(given: string, expected: string): boolean {
  return timingSafeEqual(sha256(given), sha256(expected))
}

function sha256(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}
