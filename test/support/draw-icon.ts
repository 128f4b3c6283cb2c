import { readFileSync } from 'node:fs'
import path from 'node:path'
import { chromium } from 'playwright-core'
import { CHROMIUM_FLAGS, findChromium } from './chromium.ts'

/** Pixels of each side: what macOS wants; the packager makes the smaller ones. */
const SIDE = 1024

// Draws data/icons/icon.png from the icon.svg beside it.
const folder = path.resolve(import.meta.dirname, '..', '..', 'data', 'icons')
const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_FLAGS })
const page = await browser.newPage({ viewport: { width: SIDE, height: SIDE } })
await page.setContent(
  `<style>*{margin:0}svg{display:block}</style>${readFileSync(path.join(folder, 'icon.svg'), 'utf8')}`,
)
await page.screenshot({ path: path.join(folder, 'icon.png'), omitBackground: true })
await browser.close()
