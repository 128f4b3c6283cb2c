import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'

/**
 * A page of its own context, 1280 × 800 and light unless told otherwise. When the test is finished, anything that
 * must not happen fails it: a console error or warning, a page error, a violation of the content security policy, a
 * request that leaves this computer.
 */
export async function watchedPage(browser: Browser, options: BrowserContextOptions = {}): Promise<WatchedPage> {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    colorScheme: 'light',
    reducedMotion: 'reduce',
    locale: 'en-US',
    ...options,
  })
  const page = await context.newPage()
  const incidents: string[] = []
  const expected: RegExp[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') incidents.push(`console: ${message.text()}`)
  })
  page.on('pageerror', (error) => incidents.push(`page: ${error.stack ?? error.message}`))
  context.on('request', (request) => {
    const { protocol, hostname } = new URL(request.url())
    const isLocal = hostname === '127.0.0.1' || protocol === 'blob:' || protocol === 'data:'
    if (!isLocal) incidents.push(`left this computer: ${request.url()}`)
  })
  await page.addInitScript(() => {
    document.addEventListener('securitypolicyviolation', (event) => {
      console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sourceFile}:${event.lineNumber}`)
    })
  })
  onTestFinished(async () => {
    await context.close()
    expect(incidents.filter((incident) => !expected.some((pattern) => pattern.test(incident)))).toEqual([])
  })
  return { page, expectIncident: (pattern) => void expected.push(pattern) }
}

export interface WatchedPage {
  readonly page: Page
  /** Lets through an incident that the test brings about on purpose. */
  expectIncident(pattern: RegExp): void
}
