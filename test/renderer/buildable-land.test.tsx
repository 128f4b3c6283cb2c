import { describe, expect, it } from 'vitest'
import type { LandOptions, SavedLand } from '../../shared/contract/land.ts'
import { renderApp } from '../support/render-app.tsx'

const PARCEL = '00000000-0000-4000-8000-000000000001'
const POND = '00000000-0000-4000-8000-000000000002'
const FLOOD = { dataSet: 'flood.geojson', part: 'flood' }

const OPTIONS: LandOptions = {
  parcels: [{ ref: { kind: 'annotation', annotationId: PARCEL }, label: 'North tract (parcel)', holdsSite: true }],
  drawn: [{ annotationId: POND, label: 'Pond (exclusion)', bufferFt: 0, isArea: true }],
  layers: [{ ...FLOOD, role: 'flood_zones', bufferFt: 0, reason: 'the zone itself' }],
  hasPosition: true,
  saved: null,
}

function savedLand(known: Partial<SavedLand> = {}): SavedLand {
  return {
    request: {
      parcels: [{ kind: 'annotation', annotationId: PARCEL }],
      setbackFt: 50,
      drawn: [{ annotationId: POND, bufferFt: 0 }],
      layers: [{ ...FLOOD, bufferFt: 0 }],
    },
    result: {
      parcels: ['North tract (parcel)'],
      grossAcres: 200,
      netAcres: 149.96,
      setback: { acres: 10, aloneAcres: 9 },
      exclusions: [
        { kind: 'drawn', label: 'Pond (exclusion)', bufferFt: 0, features: 1, acres: 0, aloneAcres: 0 },
        { kind: 'layer', label: 'flood.geojson', bufferFt: 0, features: 2, acres: 42, aloneAcres: 40.04 },
      ],
      net: [
        [
          [
            [-100, 34.5],
            [-99.99, 34.5],
            [-99.99, 34.51],
            [-100, 34.5],
          ],
        ],
      ],
      warnings: [],
    },
    author: 'Ada',
    savedAt: Date.UTC(2026, 10, 22),
    stale: [],
    ...known,
  }
}

async function openLand(options: LandOptions = OPTIONS) {
  const rendered = await renderApp()
  const { host, screen } = rendered
  let current = options
  const saves: unknown[] = []
  host.answers['nearby.ofSite'] = () => ({
    siteId: 'middle',
    position: null,
    precision: null,
    radiusMi: 100,
    routeFactor: 1.25,
    figures: [],
    notWithin: [],
    withoutSource: [],
  })
  host.answers['nearby.roles'] = () => []
  host.answers['land.options'] = () => current
  host.answers['land.save'] = (input) => {
    saves.push(input['request'])
    const saved = savedLand({ request: input['request'] as SavedLand['request'] })
    current = { ...current, saved }
    return { revision: 1, label: 'Measure buildable land of Cedar Bend', result: saved.result }
  }
  await screen.getByText('Cedar Bend').click()
  await screen.getByRole('tab', { name: 'Nearby' }).click()
  await expect.element(screen.getByRole('region', { name: 'Buildable land' })).toBeVisible()
  return { ...rendered, saves }
}

describe('the buildable land of a site', () => {
  it('is measured from the parcel at the site less what is chosen', async () => {
    const { screen, store, saves } = await openLand()
    await expect.element(screen.getByLabelText('Parcel')).toHaveValue(PARCEL)
    await screen.getByRole('textbox', { name: 'Setback from the edge, ft' }).fill('50')
    await screen.getByRole('checkbox', { name: 'Pond (exclusion)' }).click()
    await screen.getByRole('textbox', { name: 'Feet around flood.geojson' }).fill('25')
    await screen.getByRole('button', { name: 'Measure' }).click()
    await expect
      .poll(() => saves)
      .toEqual([
        {
          parcels: [{ kind: 'annotation', annotationId: PARCEL }],
          setbackFt: 50,
          drawn: [],
          layers: [{ ...FLOOD, bufferFt: 25 }],
        },
      ])
    await expect.element(screen.getByText('150.0 acres', { exact: true })).toBeVisible()
    await expect.poll(() => store.getState().shownLand).toHaveLength(1)
  })

  it('takes several parcels as one piece of land', async () => {
    const other = { kind: 'feature' as const, dataSet: 'parcels.geojson', part: 'parcels', ordinal: 4 }
    const second = { ref: other, label: 'Parcel 7-2 of parcels.geojson', holdsSite: false }
    const { screen, saves } = await openLand({ ...OPTIONS, parcels: [...OPTIONS.parcels, second] })
    await screen.getByText('With other parcels of the same land').click()
    await screen.getByRole('checkbox', { name: 'Parcel 7-2 of parcels.geojson, not at the site' }).click()
    await screen.getByRole('button', { name: 'Measure' }).click()
    await expect
      .poll(() => saves)
      .toMatchObject([{ parcels: [{ kind: 'annotation', annotationId: PARCEL }, { ...other }] }])
  })

  it('shows what each exclusion takes, and gives its acres to the site', async () => {
    const { screen, store } = await openLand({ ...OPTIONS, saved: savedLand() })
    const rows = [...screen.container.querySelectorAll('.queue-table tbody tr')].map((row) => row.textContent)
    expect(rows).toEqual(['Gross200.0', 'Setback of 50 ft−10.0−9.0', 'flood.geojson−42.0−40.0', 'Net150.0'])
    await expect.element(screen.getByText(/One exclusion does not touch the land. Measured by Ada on/)).toBeVisible()
    await screen.getByRole('button', { name: 'Use 150.0 acres as buildable land' }).click()
    await expect.element(screen.getByText('In use as the buildable land of the site.')).toBeVisible()
    const field = store.getState().detail?.attributes.find((each) => each.field === 'buildableAcres')
    expect(field).toMatchObject({ value: 150, asOf: '2026-11-22', rung: 'claimed' })
    expect(field?.source).toBe('Measured from North tract (parcel), less 3 exclusions, by Ada on 22 Nov 2026')
  })

  it('says what changed since', async () => {
    const stale = ['North tract (parcel) was changed']
    const { screen } = await openLand({ ...OPTIONS, saved: savedLand({ stale }) })
    await expect
      .element(screen.getByText('Out of date: North tract (parcel) was changed. Measure again.'))
      .toBeVisible()
  })

  it('can start from a circle, which is said to be an assumption', async () => {
    const { screen, saves } = await openLand({ ...OPTIONS, parcels: [], drawn: [], layers: [] })
    await expect.element(screen.getByText(/^Nothing to leave out: draw exclusions/)).toBeVisible()
    await screen.getByRole('textbox', { name: 'Acres of the circle' }).fill('640')
    await screen.getByRole('button', { name: 'Measure' }).click()
    await expect.poll(() => saves).toMatchObject([{ parcels: [{ kind: 'circle', acres: 640 }] }])
  })
})
