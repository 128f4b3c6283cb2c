import { statSync } from 'node:fs'
import { type Browser, type BrowserContext, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { writeRedirect } from '../../electron/http/open-browser.ts'
import { writeAttackPage } from '../support/attack-page.ts'
import { CHROMIUM_FLAGS, findChromium } from '../support/chromium.ts'
import { startForeignSite } from '../support/foreign-site.ts'
import { launchTokenOf, openSession, startTestHost, type TestHost, type TestHostOptions } from '../support/http-host.ts'
import { tempFolder } from '../support/temp-folder.ts'

interface ForeignRequest {
  method?: string
  headers?: Record<string, string>
  body?: string
  mode?: 'cors' | 'no-cors'
  credentials?: 'include'
}

let browser: Browser

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: await findChromium(),
    args: [...CHROMIUM_FLAGS, '--host-resolver-rules=MAP evil.test 127.0.0.1'],
  })
})
afterAll(() => browser.close())

async function startHost(options: TestHostOptions = {}): Promise<TestHost> {
  return startTestHost({ ...options, rendererFolder: writeAttackPage(tempFolder()) })
}

async function newContext(): Promise<BrowserContext> {
  const context = await browser.newContext()
  onTestFinished(() => context.close())
  return context
}

async function newPage(url?: string): Promise<Page> {
  const page = await (await newContext()).newPage()
  if (url !== undefined) await page.goto(url)
  return page
}

/** Our page with a session, ready. */
async function openOurPage(host: TestHost, page?: Page): Promise<Page> {
  const ours = page ?? (await newPage())
  await ours.goto(host.newLaunchUrl())
  await ours.getByText('ready', { exact: true }).waitFor()
  return ours
}

/** What a foreign page gets from a fetch: the status and text that it can read, or that it was refused. */
function fetchFrom(page: Page, url: string, init: ForeignRequest): Promise<string> {
  return page.evaluate(
    async ({ url: target, init: options }) => {
      try {
        const reply = await fetch(target, options)
        return `${reply.type} ${reply.status} ${await reply.text()}`
      } catch {
        return 'refused'
      }
    },
    { url, init },
  )
}

const call = JSON.stringify({ method: 'sites.search', input: { text: 'a' } })

describe('our own page', () => {
  it('signs in by its launch address, and keeps no trace of the token in address or history', async () => {
    const host = await startHost({ siteName: 'Rockdale' })
    const page = await openOurPage(host)
    expect(page.url()).toBe(`${host.url}/`)
    expect(await page.locator('#text').textContent()).toBe('Rockdale')
    expect(await page.evaluate(() => [location.hash, history.length, document.referrer])).toEqual(['', 2, ''])
    await page.goBack()
    expect(page.url()).toBe('about:blank')
  })

  it('stays signed in over a reload, and a copy of its address is not', async () => {
    const host = await startHost()
    const page = await openOurPage(host)
    await page.reload()
    await page.getByText('ready', { exact: true }).waitFor()
    const copy = await newPage(page.url())
    await copy.getByText(/^This page is no longer connected/).waitFor()
  })

  it('shows a used launch address as used, and how to get a new one', async () => {
    const host = await startHost()
    const launchUrl = host.newLaunchUrl()
    const first = await newPage(launchUrl)
    await first.getByText('ready', { exact: true }).waitFor()
    const second = await newPage(launchUrl)
    await second.getByText(/^This link was used before .*npm start/).waitFor()
    expect(await second.evaluate(() => sessionStorage.length)).toBe(0)
  })

  it('leaves no cookie, nor anything that outlives the tab', async () => {
    const host = await startHost()
    const page = await openOurPage(host)
    expect(await page.context().cookies()).toEqual([])
    expect(await page.evaluate(() => [document.cookie, localStorage.length])).toEqual(['', 0])
  })

  it('tells no site that it leads to where it came from', async () => {
    const host = await startHost()
    const foreign = await startForeignSite()
    const page = await openOurPage(host)
    await page.evaluate((url) => location.assign(url), foreign.url)
    await page.waitForURL(`${foreign.url}/`)
    expect(foreign.requests[0]?.headers.referer).toBeUndefined()
  })

  it('hears why when it sends a file that is too large', async () => {
    const host = await startHost({ uploadLimitBytes: 1_000_000 })
    const page = await openOurPage(host)
    const send = (bytes: number) =>
      page.evaluate(async (size) => {
        const headers = {
          'content-type': 'application/octet-stream',
          'x-file-name': 'sites.csv',
          authorization: `Bearer ${sessionStorage.getItem('session')}`,
        }
        const reply = await fetch('/api/uploads', { method: 'POST', headers, body: new Blob([new Uint8Array(size)]) })
        return `${reply.status} ${await reply.text()}`
      }, bytes)
    expect(await send(1_000_000)).toMatch(/^200 .*"size":1000000/)
    for (const bytes of [1_000_001, 60_000_000])
      expect(await send(bytes)).toMatch(/^413 .*"sites\.csv\\" is larger than/)
  })

  it('opens from the redirecting file, which its owner alone can read', async () => {
    const host = await startHost()
    const file = writeRedirect(host.launchUrl, tempFolder())
    expect(statSync(file).mode & 0o777).toBe(0o600)
    const page = await newPage(`file://${file}`)
    await page.getByText('ready', { exact: true }).waitFor()
    expect(page.url()).toBe(`${host.url}/`)
  })
})

describe('DNS rebinding', () => {
  it('loads nothing under a foreign name that points at this machine', async () => {
    const host = await startHost()
    const page = await newPage()
    const response = await page.goto(`http://evil.test:${host.port}/#launch=${launchTokenOf(host.launchUrl)}`)
    expect(response?.status()).toBe(421)
    expect(await page.content()).not.toContain('page-a1b2c3d4')
  })

  it('gets no answer for a page that came under the same foreign name before, token or session in hand', async () => {
    const foreign = await startForeignSite()
    const port = Number(new URL(foreign.url).port)
    const page = await newPage(`http://evil.test:${port}/`)
    // What a rebinding name server does: the same name and port now lead to us.
    await foreign.close()
    const host = await startHost({ port })
    const bearer = await openSession(host)
    const json = { 'content-type': 'application/json' }
    const launch = JSON.stringify({ launch: launchTokenOf(host.launchUrl) })
    expect(await fetchFrom(page, '/api/session', { method: 'POST', headers: json, body: launch })).toMatch(
      /^basic 421 /,
    )
    const signed = { ...json, authorization: `Bearer ${bearer}` }
    expect(await fetchFrom(page, '/api/call', { method: 'POST', headers: signed, body: call })).toMatch(/^basic 421 /)
    expect(await fetchFrom(page, '/', {})).toMatch(/^basic 421 /)
    expect(host.core.calls).toEqual([])
  })
})

describe('a page on another port of this machine', () => {
  it('can read nothing with fetch and carry nothing out, with a stolen session neither', async () => {
    const host = await startHost()
    const bearer = await openSession(host)
    const page = await newPage((await startForeignSite()).url)
    const target = `${host.url}/api/call`
    const json = { 'content-type': 'application/json', authorization: `Bearer ${bearer}` }
    expect(await fetchFrom(page, target, { method: 'POST', headers: json, body: call })).toBe('refused')
    expect(await fetchFrom(page, target, { method: 'POST', body: call })).toBe('refused')
    expect(
      await fetchFrom(page, target, { method: 'POST', body: call, mode: 'no-cors', credentials: 'include' }),
    ).toMatch(/^refused$|^opaque 0 $/)
    expect(await fetchFrom(page, `${host.url}/`, {})).toBe('refused')
    expect(await fetchFrom(page, `${host.url}/`, { mode: 'no-cors' })).toBe('refused')
    expect(host.core.calls).toEqual([])
  })

  it('can use up no launch token', async () => {
    const host = await startHost()
    const page = await newPage((await startForeignSite()).url)
    const body = JSON.stringify({ launch: launchTokenOf(host.launchUrl) })
    for (const init of [
      { method: 'POST', body },
      { method: 'POST', body, mode: 'no-cors' as const },
    ])
      await fetchFrom(page, `${host.url}/api/session`, init)
    await page.evaluate(([url, text]) => navigator.sendBeacon(url, text), [`${host.url}/api/session`, body] as const)
    const ours = await newPage(host.launchUrl)
    await ours.getByText('ready', { exact: true }).waitFor()
  })

  it('can send no form', async () => {
    const host = await startHost()
    const page = await newPage(
      (
        await startForeignSite(
          `<form method="post" enctype="text/plain" action="${host.url}/api/call"><input name='{"method":"history.undo","input":{},"x":"' value='"}'></form>`,
        )
      ).url,
    )
    const [response] = await Promise.all([
      page.waitForResponse(`${host.url}/api/call`),
      page.evaluate(() => document.querySelector('form')?.submit()),
    ])
    expect(response.status()).toBe(403)
    expect(host.core.calls).toEqual([])
  })

  it('can frame nothing', async () => {
    const host = await startHost()
    const page = await newPage((await startForeignSite(`<iframe src="${host.url}/"></iframe>`)).url)
    await page.waitForLoadState('load')
    const frame = page.frames().find((each) => each !== page.mainFrame())
    expect(frame?.url()).toBe('chrome-error://chromewebdata/')
  })

  it('can load none of our scripts, styles or pictures into itself', async () => {
    const host = await startHost()
    const page = await newPage((await startForeignSite()).url)
    const outcome = await page.evaluate(
      (url) =>
        new Promise((resolve) => {
          const script = document.createElement('script')
          script.onload = () => resolve('loaded')
          script.onerror = () => resolve('refused')
          script.src = url
          document.head.append(script)
        }),
      `${host.url}/assets/page-a1b2c3d4.js`,
    )
    expect(outcome).toBe('refused')
  })

  it('keeps no hold on a window of ours that it opened, nor we on it', async () => {
    const host = await startHost()
    const page = await newPage((await startForeignSite()).url)
    const [ours] = await Promise.all([
      page.context().waitForEvent('page'),
      page.evaluate((url) => {
        Object.assign(window, { opened: window.open(url) })
      }, host.newLaunchUrl()),
    ])
    await ours.getByText('ready', { exact: true }).waitFor()
    expect(await ours.evaluate(() => window.opener)).toBeNull()
    const held = await page.evaluate(() => {
      const opened = (window as unknown as { opened: Window }).opened
      return { isClosed: opened.closed, frames: opened.length }
    })
    expect(held).toEqual({ isClosed: true, frames: 0 })
  })

  it('finds its cookie of no use, though browsers send it to every port', async () => {
    const host = await startHost()
    const bearer = await openSession(host)
    const foreign = await startForeignSite('', { 'set-cookie': `session=${bearer}; SameSite=Strict; HttpOnly; Path=/` })
    const page = await newPage(foreign.url)
    await page.goto(`${host.url}/`)
    expect(await page.context().cookies(host.url)).toHaveLength(1)
    await page.getByText(/^This page is no longer connected/).waitFor()
  })

  it('does not see our session, whose storage belongs to our port', async () => {
    const host = await startHost()
    const foreign = await startForeignSite()
    const page = await openOurPage(host)
    await page.goto(foreign.url)
    expect(await page.evaluate(() => sessionStorage.length + localStorage.length)).toBe(0)
  })

  it('gets neither a WebSocket nor an event source', async () => {
    const host = await startHost()
    const page = await newPage((await startForeignSite()).url)
    const outcomes = await page.evaluate(
      (address) =>
        Promise.all([
          new Promise((resolve) => {
            const socket = new WebSocket(`ws://${address}/api/events`)
            socket.onopen = () => resolve('open')
            socket.onerror = () => resolve('refused')
          }),
          new Promise((resolve) => {
            const source = new EventSource(`http://${address}/api/events`)
            source.onopen = () => resolve('open')
            source.onerror = () => resolve('refused')
          }),
        ]),
      `127.0.0.1:${host.port}`,
    )
    expect(outcomes).toEqual(['refused', 'refused'])
  })
})

describe('markup in the name of a site', () => {
  const name = `<img src="/x" onerror="window.hacked = 1"><script>window.hacked = 2</script><iframe srcdoc="<script>parent.hacked = 3</script>"></iframe><a href="javascript:window.hacked = 4">a</a><style>#state { display: none }</style>`

  it('runs no script and applies no style, even where a page puts it in as HTML', async () => {
    const host = await startHost({ siteName: name })
    const page = await newPage()
    const violations: string[] = []
    page.on('console', (message) => {
      if (/Content Security Policy/.test(message.text())) violations.push(message.text())
    })
    await openOurPage(host, page)
    expect(await page.locator('#text').textContent()).toBe(name)
    await page.evaluate(() => document.querySelector<HTMLAnchorElement>('#html a')?.click())
    await page.waitForLoadState('networkidle')
    expect(await page.evaluate(() => (window as unknown as { hacked?: number }).hacked)).toBeUndefined()
    expect(await page.locator('#state').isVisible()).toBe(true)
    expect(violations.some((text) => text.includes('script-src'))).toBe(true)
    expect(violations.some((text) => text.includes('style-src'))).toBe(true)
  })

  it('can send nothing to another address, should a script run after all', async () => {
    const host = await startHost()
    const foreign = await startForeignSite()
    const page = await openOurPage(host)
    expect(await fetchFrom(page, `${foreign.url}/?stolen`, { mode: 'no-cors' })).toBe('refused')
    await page.evaluate((url) => {
      new Image().src = `${url}/?picture`
      navigator.sendBeacon(`${url}/?beacon`, 'stolen')
      const form = document.createElement('form')
      form.action = `${url}/?form`
      document.body.append(form)
      form.submit()
    }, foreign.url)
    await page.waitForLoadState('networkidle')
    expect(foreign.requests.map(({ url }) => url)).toEqual([])
  })
})
