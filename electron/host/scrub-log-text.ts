// Node quotes the path in every file system error; stack frames name our own sources and are not quoted.
const QUOTED_PATH = /(['"`])(?:file:\/\/|[A-Za-z]:[\\/]|\\\\|\/)[^'"`\n]*\1/g
// Launch tokens and bearers are 256 bits: 43 characters of base64url or 64 of hex.
const TOKEN = /(?<![A-Za-z0-9_-])[A-Za-z0-9_-]{43,}(?![A-Za-z0-9_-])/g

/** Takes out of a log line what must not lie in a file: paths of the user's files and anything as long as a token. */
export function scrubLogText(text: string): string {
  return text.replaceAll(QUOTED_PATH, '$1…$1').replaceAll(TOKEN, '…')
}
