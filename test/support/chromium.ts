import { existsSync } from 'node:fs'

const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
]

/** Flags that keep Chromium from the network and let it run as root in a container. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** A Chromium to test with: the system's, else the one an npm package carries for Linux x64. */
export async function findChromium(): Promise<string> {
  const named = process.env['SWITCHYARD_CHROMIUM']
  const found = [...(named ? [named] : []), ...SYSTEM_BROWSERS].find((file) => existsSync(file))
  if (found) return found
  const { default: carried } = await import('@sparticuz/chromium')
  return carried.executablePath()
}
