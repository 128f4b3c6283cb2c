/** Why there is no desktop window, and what the user can do about it: two parts of one sentence each. */
export interface NoWindow {
  readonly why: string
  readonly how: string
}

/** What on this machine rules out a desktop window, before Electron is even looked for. */
export function noWindowHere(
  platform: NodeJS.Platform,
  env: NodeJS.ProcessEnv,
  userId: number | undefined,
): NoWindow | null {
  if (platform !== 'linux') return null
  if (!env['DISPLAY'] && !env['WAYLAND_DISPLAY']) {
    return { why: 'there is no graphical display here', how: 'run "npm start" in a graphical session' }
  }
  if (userId === 0) {
    return { why: 'Electron does not run as root', how: 'run "npm start" as an ordinary user' }
  }
  return null
}

/** How to get a runtime that could not be fetched. */
export const HOW_TO_FETCH =
  'set ELECTRON_MIRROR to a mirror, or ELECTRON_OVERRIDE_DIST_PATH to an unpacked Electron, and run "npm start -- --desktop"'
