export const APP_SCHEME = 'app'
export const APP_HOST = 'bundle'
/** The one origin that windows show, as Chromium writes it for a registered standard scheme. */
export const APP_ORIGIN = `${APP_SCHEME}://${APP_HOST}`
export const APP_PAGE = `${APP_ORIGIN}/index.html`

/**
 * Whether an address belongs to the app's own page. Compared part by part: `startsWith` would let
 * `app://bundle.evil.test` through, and Node's `URL.origin` is "null" for a scheme of our own.
 */
export function isAppUrl(address: string): boolean {
  const url = URL.parse(address)
  if (!url) return false
  return (
    url.protocol === `${APP_SCHEME}:` &&
    url.hostname === APP_HOST &&
    url.port === '' &&
    url.username === '' &&
    url.password === ''
  )
}
