import '@mantine/core/styles.css'
import '../../renderer/src/styles/tokens.css'
import '../../renderer/src/styles/base.css'
import '../../renderer/src/styles/layout.css'
import '../../renderer/src/styles/scenario.css'
import '../../renderer/src/styles/decks.css'
import '../../renderer/src/styles/list.css'
import '../../renderer/src/styles/panel.css'
import '../../renderer/src/styles/attributes.css'
import '../../renderer/src/styles/comments.css'
import '../../renderer/src/styles/uncertainty.css'
import '../../renderer/src/styles/weights.css'
import { onTestFinished } from 'vitest'
import { page } from 'vitest/browser'
import { type RenderResult, render } from 'vitest-browser-react'
import { appPorts } from '../../renderer/src/api/app-ports.ts'
import { App } from '../../renderer/src/app.tsx'
import { type AppStore, createAppStore, startApp } from '../../renderer/src/stores/app-store.ts'
import { InPageHost, type PageSite } from './in-page-host.ts'

export interface RenderedApp {
  readonly host: InPageHost
  readonly store: AppStore
  readonly screen: RenderResult
}

/** Sites that differ in what a list sorts by. */
export const THREE_SITES: readonly PageSite[] = [
  site('small-cheap', 'Alder Flat', 40, 22, 'TX'),
  site('large-dear', 'Birch Crossing', 700, 78, 'OH'),
  site('middle', 'Cedar Bend', 250, 45, 'TX'),
]

/** The whole app over a host inside the page, once its list is drawn. */
export async function renderApp(
  sites: readonly PageSite[] = THREE_SITES,
  settings: Readonly<Record<string, unknown>> = {},
): Promise<RenderedApp> {
  await page.viewport(1280, 800)
  const host = new InPageHost(sites)
  Object.assign(host.settings, settings)
  const ports = appPorts(host.connection())
  const store = createAppStore(ports)
  onTestFinished(startApp(store, ports))
  const root = document.createElement('div')
  root.style.height = '800px'
  document.body.append(root)
  const screen = await render(<App store={store} ports={ports} />, { container: root })
  return { host, store, screen }
}

function site(siteId: string, name: string, energizedMw: number, powerPriceUsdPerMwh: number, state: string): PageSite {
  return {
    siteId,
    values: {
      name,
      kind: 'mining',
      status: 'operating',
      state,
      country: 'US',
      gridOperator: state === 'TX' ? 'ERCOT' : 'PJM',
      energizedMw,
      powerPriceUsdPerMwh,
      queueStatus: 'energized',
      position: { latitude: 32 + energizedMw / 100, longitude: -100 },
    },
  }
}
