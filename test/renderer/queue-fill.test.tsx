import { describe, expect, it } from 'vitest'
import type { QueueFillReport, QueueNearSite } from '../../shared/contract/queue.ts'
import { renderApp } from '../support/render-app.tsx'

const SOURCE = 'Median of 41 requests in Milam, TX from request to service, ERCOT GIS report, October 2025'

const AREA = {
  area: 'Milam, TX',
  projects: 60,
  ahead: 4,
  aheadMw: 900,
  loadAhead: 0,
  loadAheadMw: 0,
  byStage: [{ stage: 'in_service' as const, projects: 41, mw: 2_000 }],
  settled: 50,
  withdrawalRate: 0.5,
  medianYears: [{ stage: 'in_service' as const, years: 4.25, projects: 41 }],
}

const NEAR: QueueNearSite = {
  positionId: null,
  position: null,
  suggestions: [],
  poi: null,
  county: AREA,
  state: { ...AREA, area: 'TX' },
  projects: [],
  sources: [{ dataSet: 'ERCOT queue', title: 'ERCOT GIS report, October 2025', asOf: '2025-10' }],
  fills: [{ field: 'areaYearsToPower', value: 4.25, source: SOURCE, asOf: '2025-10', rung: 'claimed' }],
}

const COUNTS = { filled: 2, known: 1, energized: 3, withoutPlace: 0, untold: 4 }
const REPORT: Omit<QueueFillReport, 'revision'> = {
  label: 'Fill in what the queues say of 2 sites',
  sites: 10,
  filledSites: 2,
  fields: [
    { field: 'queueAheadMw', ...COUNTS },
    { field: 'areaYearsToPower', ...COUNTS, withoutPlace: 1 },
  ],
  examples: [],
}

async function openQueue() {
  const rendered = await renderApp()
  const { host, screen } = rendered
  const asked: Readonly<Record<string, unknown>>[] = []
  host.answers['queue.nearSite'] = () => NEAR
  host.answers['queue.fill'] = (input) => {
    asked.push(input)
    return { ...REPORT, revision: input['dryRun'] === true ? null : 3 }
  }
  await screen.getByTitle('Cedar Bend').click()
  await screen.getByRole('tab', { name: /^Gates/ }).click()
  await expect.element(screen.getByRole('region', { name: 'Interconnection queue' })).toBeInTheDocument()
  return { ...rendered, asked }
}

describe('what the queues say of a site', () => {
  it('goes into its field by a click, with its source, and never by itself', async () => {
    const { screen, store } = await openQueue()
    const own = () => store.getState().detail?.attributes.find(({ field }) => field === 'areaYearsToPower')
    await expect.element(screen.getByText('Request to energization around here: unknown')).toBeVisible()
    expect(own()).toBeUndefined()
    await screen.getByRole('button', { name: 'Use 4.25 years as request to energization around here' }).click()
    await expect.element(screen.getByText('Request to energization around here: 4.25 years, by Dana')).toBeVisible()
    expect(own()).toMatchObject({ value: 4.25, source: SOURCE, asOf: '2025-10', rung: 'claimed' })
    expect(screen.container.querySelector('button[aria-label^="Use 4.25"]')).toBeNull()
  })

  it('is counted for all sites before it is filled in', async () => {
    const { screen, asked } = await openQueue()
    await screen.getByText('For all sites without them').click()
    await screen.getByRole('button', { name: 'Count the sites' }).click()
    await expect
      .element(
        screen.getByText(
          'Generation likely ahead in the queue: 2 sites would get a value. Left alone: 1 with one already, 3 energized, so that none is needed, 4 where the queues do not tell.',
        ),
      )
      .toBeVisible()
    await screen.getByRole('button', { name: 'Fill in 2 sites' }).click()
    await expect.element(screen.getByText(/^Request to energization around here: 2 sites got a value\./)).toBeVisible()
    expect(asked.map(({ dryRun }) => dryRun)).toEqual([true, false])
  })
})
