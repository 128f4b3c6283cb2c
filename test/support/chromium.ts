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

/**
 * Web pages that Chromium makes of its own address bar, one for each window: they cost as much processor time as the
 * page under test, which never sees them.
 */
const ITS_OWN_PAGES = [
  'WebUIOmniboxPopup',
  'WebUIOmniboxAimPopup',
  'WebUIOmniboxFullPopup',
  'SpareRendererForSitePerProcess',
]

/** What Playwright switches off by itself; a second list of features would take the place of its own. */
const NETWORK_OF_ITS_OWN = [
  'HttpsUpgrades',
  'HttpsFirstBalancedModeAutoEnable',
  'LensOverlay',
  'MediaRouter',
  'PaintHolding',
  'OptimizationHints',
  'NetworkTimeServiceQuerying',
  'AimEnabled',
  'PreconnectToSearch',
  'AvoidUnnecessaryBeforeUnloadCheckSync',
  'DestroyProfileOnBrowserClose',
  'ThirdPartyStoragePartitioning',
]

/** Flags that keep Chromium from the network and from work of its own, and let it run as root in a container. */
export const CHROMIUM_FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  `--disable-features=${[...ITS_OWN_PAGES, ...NETWORK_OF_ITS_OWN].join(',')}`,
]

/** A Chromium to test with: the system's, else the one an npm package carries for Linux x64. */
export async function findChromium(): Promise<string> {
  const named = process.env['SWITCHYARD_CHROMIUM']
  const found = [...(named ? [named] : []), ...SYSTEM_BROWSERS].find((file) => existsSync(file))
  if (found) return found
  const { default: carried } = await import('@sparticuz/chromium')
  return carried.executablePath()
}
