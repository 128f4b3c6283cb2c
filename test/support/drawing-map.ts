import { expect, vi } from 'vitest'
import { page, userEvent } from 'vitest/browser'
import type { Annotation } from '../../shared/contract/annotations.ts'
import { type RenderedApp, renderApp } from './render-app.tsx'
import { serveBasemap } from './serve-basemap.ts'

/** Where the tests draw: in Texas, near enough for a mile to be a good many pixels. */
export const VIEW = { latitude: 31.5, longitude: -97, zoom: 12 }

export interface DrawingMap extends RenderedApp {
  /** Chooses a tool of the open bar. */
  choose(tool: string): Promise<void>
  /** Clicks on the map, so many pixels from its middle. */
  click(right: number, down: number, options?: { readonly modifiers?: readonly 'Shift'[] }): Promise<void>
  move(right: number, down: number): Promise<void>
  /** Of the map's frame, so many pixels from its middle. */
  position(right: number, down: number): { readonly x: number; readonly y: number }
  drag(
    from: readonly [number, number],
    to: readonly [number, number],
    over?: readonly (readonly [number, number])[],
  ): Promise<void>
  annotations(): readonly Annotation[]
  /** Waits for so many annotations in the catalog and returns the last one. */
  drawn(count: number): Promise<Annotation>
  keys(keys: string): Promise<void>
}

/** The whole app with its drawing bar open over a map that shows VIEW. */
export async function openDrawingMap(): Promise<DrawingMap> {
  serveBasemap()
  const app = await renderApp(undefined, { mapView: VIEW, listWidthPx: 300 })
  await expect.poll(() => app.store.getState().columns?.count).toBe(3)
  const map = page.getByRole('application', { name: /Map of sites/ })
  await expect.element(map).toBeVisible()
  await page.getByRole('button', { name: 'Draw', exact: true }).click()
  await expect.element(page.getByRole('toolbar', { name: 'Drawing tools' })).toBeVisible()
  const container = map.element() as HTMLElement
  const position = (right: number, down: number) => ({
    x: Math.round(container.clientWidth / 2 + right),
    y: Math.round(container.clientHeight / 2 + down),
  })
  const pointer = (type: string, [right, down]: readonly [number, number]) => {
    const box = container.getBoundingClientRect()
    const { x, y } = position(right, down)
    const [clientX, clientY] = [box.left + x, box.top + y]
    const target = (type === 'pointerdown' && document.elementFromPoint(clientX, clientY)) || container
    const init = {
      bubbles: true,
      cancelable: true,
      clientX,
      clientY,
      isPrimary: true,
      pointerId: 1,
      button: 0,
      view: window,
    }
    target.dispatchEvent(new PointerEvent(type, init))
  }
  return {
    ...app,
    async choose(tool) {
      await page.getByRole('button', { name: tool, exact: true }).click()
      await expect.poll(() => container.dataset['ready']).toBe(app.store.getState().drawingTool)
    },
    async click(right, down, options = {}) {
      await map.click({ position: position(right, down), ...(options as object) })
    },
    position,
    async move(right, down) {
      await map.hover({ position: position(right, down) })
    },
    async drag(from, to, over = []) {
      pointer('pointerdown', from)
      for (const at of [...over, to]) {
        pointer('pointermove', at)
        await new Promise(requestAnimationFrame)
      }
      pointer('pointerup', to)
    },
    annotations: () => app.host.annotations.held.annotations,
    async drawn(count) {
      await vi.waitFor(() => expect(app.store.getState().annotations).toHaveLength(count))
      const last = app.store.getState().annotations.at(-1)
      if (!last) throw new Error('Nothing is drawn.')
      return last
    },
    async keys(keys) {
      await userEvent.keyboard(keys)
    },
  }
}
