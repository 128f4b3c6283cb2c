const STORED_AS = 'switchyard.session'

/**
 * The launch token of the page's address, which is taken out of the address at once so that no history entry,
 * bookmark or screenshot keeps it; null where the page was opened without one.
 */
export function takeLaunchToken(): string | null {
  const token = new URLSearchParams(window.location.hash.slice(1)).get('launch')
  if (token !== null) window.history.replaceState(null, '', window.location.pathname)
  return token
}

/** The bearer of this tab's session; sessionStorage is bound to origin and port, unlike a cookie. */
export function storedBearer(): string | null {
  return window.sessionStorage.getItem(STORED_AS)
}

export function storeBearer(bearer: string | null): void {
  if (bearer === null) window.sessionStorage.removeItem(STORED_AS)
  else window.sessionStorage.setItem(STORED_AS, bearer)
}
