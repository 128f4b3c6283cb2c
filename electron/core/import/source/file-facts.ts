import { stat } from 'node:fs/promises'

const MOST_FILES = 16
/** A file changed less long ago may change again without its times showing it, ms. */
const SETTLED_MS = 2_000

/**
 * What reading a file from end to end told, kept for as long as its size and times stay: a file is looked at several
 * times before it is imported, and may be of gigabytes.
 */
export class FileFacts<Facts> {
  readonly #kept = new Map<string, { readonly stamp: string; readonly facts: Facts }>()

  /** The facts of a file as it now is. @throws what `read` throws */
  async of(path: string, read: () => Promise<Facts>): Promise<Facts> {
    const before = await stampOf(path)
    const kept = this.#kept.get(path)
    if (kept && kept.stamp === before?.stamp) return kept.facts
    this.#kept.delete(path)
    const facts = await read()
    const after = await stampOf(path)
    if (before && after && before.stamp === after.stamp && before.isSettled) this.#keep(path, after.stamp, facts)
    return facts
  }

  #keep(path: string, stamp: string, facts: Facts): void {
    const oldest = this.#kept.size < MOST_FILES ? undefined : this.#kept.keys().next().value
    if (oldest !== undefined) this.#kept.delete(oldest)
    this.#kept.set(path, { stamp, facts })
  }
}

/** Null for a file that is not there; whoever reads it says so. */
async function stampOf(path: string): Promise<{ stamp: string; isSettled: boolean } | null> {
  try {
    const { dev, ino, size, mtimeMs, mtimeNs, ctimeNs } = await stat(path, { bigint: true })
    return {
      stamp: [dev, ino, size, mtimeNs, ctimeNs].join(' '),
      isSettled: Date.now() - Number(mtimeMs) > SETTLED_MS,
    }
  } catch {
    return null
  }
}
