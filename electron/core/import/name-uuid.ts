import { createHash } from 'node:crypto'

/** Namespace of the site ids that Switchyard derives from a file's rows. */
const NAMESPACE = Buffer.from('6f3a1c7e2b9d5e48a0c4d1f7835b26e9', 'hex')

/**
 * A UUID of version 5 (RFC 9562 §5.5): the same texts give the same id on every machine, so that two people who
 * import one list get the same sites.
 */
export function nameUuid(...texts: readonly string[]): string {
  const hash = createHash('sha1').update(NAMESPACE).update(JSON.stringify(texts)).digest()
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80
  const hex = hash.toString('hex', 0, 16)
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`
}
