const MOST_CHARACTERS = 2_000

/** A link that may leave the app: what to open, and the host to name to the user first. */
export interface ExternalLink {
  readonly address: string
  readonly host: string
}

/**
 * The link to hand to the system's browser, rebuilt from the parsed address, or null where the address may not leave
 * the app. Only https passes: other schemes start programs on the user's machine. Credentials in front of a host are
 * refused since they make one host look like another.
 */
export function externalLink(address: string): ExternalLink | null {
  if (address.length > MOST_CHARACTERS) return null
  const url = URL.parse(address)
  if (url?.protocol !== 'https:') return null
  if (url.username !== '' || url.password !== '') return null
  return url.href.length > MOST_CHARACTERS ? null : { address: url.href, host: url.host }
}
