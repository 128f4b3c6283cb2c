import { StrictMode, useState } from 'react'
import { expect } from 'vitest'
import { page } from 'vitest/browser'
import { render } from 'vitest-browser-react'
import { MapView, type MapViewProps } from '../../renderer/src/map/map-view.tsx'
import { SITE_KINDS } from '../../shared/domain/site/site-fields.ts'
import { VERDICTS } from '../../shared/domain/site/strategies.ts'
import { type MapSite, rankedColumns } from '../support/ranked-columns.ts'

export const waco: MapSite = {
  name: '<img src=x onerror=alert(1)> Waco',
  latitude: 31.55,
  longitude: -97.15,
  mw: 900,
  rank: 1,
}

/** Waco in the middle of the view, and some hundred sites far enough from it. */
export const sites: MapSite[] = [
  { ...waco, verdict: 'lease' },
  ...Array.from({ length: 400 }, (_, at) => ({
    name: `Site ${at}`,
    latitude: 33 + (at % 20) * 0.6,
    longitude: -120 + Math.floor(at / 20) * 1.9,
    kind: SITE_KINDS[at % SITE_KINDS.length]!,
    verdict: VERDICTS[at % VERDICTS.length]!,
    mw: (at * 13) % 700,
    unproven: at % 3 === 0,
    rank: at + 2,
  })),
]
export const { columns, ranking } = rankedColumns(sites)

type Changes = Partial<MapViewProps>

/** The map with its selection and hover kept, as the app does. */
export function Harness(props: Changes) {
  const [selected, setSelected] = useState<number | null>(null)
  const [hovered, setHovered] = useState<number | null>(null)
  return (
    <div style={{ width: 900, height: 600 }}>
      <MapView
        columns={columns}
        ranking={ranking}
        visible={null}
        selectedRow={selected}
        hoveredRow={hovered}
        onSelect={setSelected}
        onHover={setHovered}
        colorScheme="light"
        focus={null}
        initialView={{ latitude: waco.latitude, longitude: waco.longitude, zoom: 7 }}
        {...props}
      />
      <output data-testid="selected">{selected === null ? 'none' : columns.names[selected]}</output>
    </div>
  )
}

export async function mountMap(changes: Changes = {}) {
  await page.viewport(1000, 720)
  const screen = await render(
    <StrictMode>
      <Harness {...changes} />
    </StrictMode>,
  )
  const map = page.getByRole('application', { name: /Map of sites/ })
  await expect.element(map).toBeVisible()
  return { screen, map }
}

export const middle = { position: { x: 450, y: 300 } }
export const emptyGround = { position: { x: 450, y: 560 } }

/** Colours of a canvas of the map, RGBA, at its middle. */
export function middlePixel(selector: string): number[] {
  const canvas = document.querySelector<HTMLCanvasElement>(selector)!
  return [
    ...canvas.getContext('2d')!.getImageData(Math.floor(canvas.width / 2), Math.floor(canvas.height / 2), 1, 1).data,
  ]
}
