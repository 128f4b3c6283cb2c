import { describe, expect, it } from 'vitest'
import { drawsFor } from '../../renderer/src/uncertainty/draws-for.ts'
import { VERDICT_LABELS } from '../../shared/domain/site/strategies.ts'
import { simulatePortfolioInSteps } from '../../shared/domain/uncertainty/portfolio/simulate-portfolio-in-steps.ts'
import { SINGLE_VERDICTS } from '../../shared/domain/uncertainty/portfolio/winner-shares.ts'
import { simulate } from '../../shared/domain/uncertainty/simulate.ts'
import { formatPercent } from '../../shared/format/format-quantity.ts'
import { renderApp } from '../support/render-app.tsx'

async function openFirst() {
  const app = await renderApp()
  await expect.poll(() => app.screen.container.querySelectorAll('.list__row').length).toBe(3)
  app.store.getState().selectSite('middle', 'list')
  const badge = () => app.screen.container.querySelector('.stability')?.textContent ?? ''
  await expect.poll(badge, { timeout: 15_000 }).not.toBe('')
  return { ...app, badge }
}

const DONE = /in \d+% of \d,\d{3} draws · rank \d/

describe('how sure a verdict is', () => {
  it('is worked out by a worker and says what the same draws say here', async () => {
    const { badge, store, screen } = await openFirst()
    await expect.poll(badge, { timeout: 30_000 }).toMatch(DONE)
    const { columns, scenario, ranking, uncertainty, rowOf } = store.getState()
    if (columns === null || ranking === null || uncertainty === null) throw new Error('The draws are done.')
    const here = simulate(columns, scenario, { draws: uncertainty.result.draws, seed: uncertainty.result.seed })
    expect(uncertainty.result.verdictHolds).toEqual(here?.verdictHolds)
    expect(uncertainty.result.rank.mean).toEqual(here?.rank.mean)
    expect(badge()).toContain(`in ${formatPercent(here?.verdictHolds[rowOf.get('middle') ?? -1] ?? -1)} of`)
    expect(screen.getByRole('region', { name: 'How sure' }).element().textContent).toContain('Ranges are P10 to P90')
    const said = screen.getByRole('region', { name: 'How sure' }).element().textContent
    expect(said).toMatch(/first in \d+%, top ten in \d+%/)
    expect(said).toMatch(/first places are known to within \d(\.\d)? points/)
    expect(uncertainty.result.firstPlaceError).toBeLessThan(0.01)
    expect(screen.container.querySelectorAll('.whisker')).toHaveLength(5)
    screen.container.querySelector<HTMLElement>('.strategy__button')?.click()
    await expect.poll(() => screen.container.querySelector('.derivation')?.textContent).toContain('P50, P10 to P90')
  })

  it('is taken back when the market changes, and said anew for the new one', async () => {
    const { badge, store, screen } = await openFirst()
    await expect.poll(badge, { timeout: 30_000 }).toMatch(DONE)
    const before = store.getState().uncertainty?.result
    store.getState().choosePreset('story-2024-11-22')
    await expect.poll(badge).toBe('Working out how sure…')
    expect(screen.container.querySelectorAll('.whisker')).toHaveLength(0)
    await expect.poll(badge, { timeout: 30_000 }).toMatch(DONE)
    expect(store.getState().uncertainty?.result.verdictShare).not.toEqual(before?.verdictShare)
  })

  it('belongs to the lever’s last place however fast it moved', async () => {
    const { badge, store } = await openFirst()
    for (const rent of [90, 100, 110, 150]) {
      store.getState().changeAssumption('leaseRentUsdPerKwMonth', rent)
      await new Promise((resolve) => setTimeout(resolve, rent === 110 ? 400 : 30))
    }
    await expect.poll(badge, { timeout: 30_000 }).toMatch(DONE)
    const { columns, scenario, uncertainty } = store.getState()
    if (columns === null) throw new Error('The sites are loaded.')
    expect(scenario.assumptions.leaseRentUsdPerKwMonth).toBe(150)
    const here = simulate(columns, scenario, { draws: uncertainty?.result.draws ?? 0, seed: 1 })
    expect(uncertainty?.result.value.lease.p50).toEqual(here?.value.lease.p50)
  })

  it('marks in the list every verdict that stands in too few draws', async () => {
    const { badge, store, screen } = await openFirst()
    await expect.poll(badge, { timeout: 30_000 }).toMatch(DONE)
    const holds = store.getState().uncertainty?.result.verdictHolds ?? new Float64Array()
    const unsure = holds.filter((share) => share < 0.6).length
    const marked = [...screen.container.querySelectorAll('.list__row')].filter((row) =>
      row.querySelector('.unsure-mark'),
    )
    expect(marked).toHaveLength(unsure)
  })

  it('in a large catalog names the single use that wins, and the one that is best on average', async () => {
    const { store, screen } = await openFirst()
    store.getState().setDrawsByThemselves(false)
    const { columns, scenario, ranking, rowOf } = store.getState()
    if (columns === null || ranking === null) throw new Error('The sites are loaded.')
    const steps = simulatePortfolioInSteps(columns, scenario, { draws: 400, topDraws: 20, seed: 1 })
    let step = steps.next()
    while (!step.done) step = steps.next()
    const result = step.value
    store.setState({ portfolio: { ranking, result } })
    const said = () => screen.getByRole('region', { name: 'In the portfolio' }).element().textContent
    const row = rowOf.get('middle') ?? -1
    const best = SINGLE_VERDICTS[result.winners?.bestByMean[row] ?? -1]
    if (best === undefined || result.winners === null) throw new Error('The portfolio is done.')
    await expect.poll(said).toContain(VERDICT_LABELS[best])
    for (const verdict of SINGLE_VERDICTS) {
      const share = result.winners.share[verdict][row] ?? Number.NaN
      if (share >= 0.005) expect(said()).toContain(`${VERDICT_LABELS[verdict]} ${formatPercent(share)}`)
    }
    expect(said()).toContain('in 100% of 20 draws')
    const choice = screen.getByLabelText('Places that count as the best')
    await choice.selectOptions('250')
    expect(store.getState().topPlaces).toBe(250)
    expect(said()).toContain('Ranking all sites in each market…')
  })

  it('is drawn less often the more sites there are, and never less than a hundred times', () => {
    expect([0, 498, 10_000, 100_000].map(drawsFor)).toEqual([5_000, 5_000, 400, 100])
  })
})
