import { describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import { judgmentMatrix } from '../../renderer/src/weights/judgments.ts'
import { BUILT_IN_RULERS } from '../../shared/domain/ranking/built-in-rulers.ts'
import { rankSites } from '../../shared/domain/ranking/rank-sites.ts'
import { renderApp } from '../support/render-app.tsx'

async function openList() {
  const app = await renderApp()
  await expect.poll(() => app.screen.container.querySelectorAll('.list__row').length).toBe(3)
  return app
}

async function openWeights() {
  const app = await openList()
  await userEvent.click(app.screen.getByRole('button', { name: /^Weights:/ }))
  return app
}

async function openTab(app: Awaited<ReturnType<typeof openWeights>>, name: string) {
  await userEvent.click(app.screen.getByRole('tab', { name }))
}

function weightSum(app: Awaited<ReturnType<typeof openWeights>>): number {
  return app.store.getState().ruler.criteria.reduce((sum, { weight }) => sum + weight, 0)
}

describe('the lens of the list', () => {
  it('ranks by the ruler of mining or of AI, keeps the verdicts, and is remembered', async () => {
    const { screen, store, host } = await openList()
    const verdicts = store.getState().ranking?.verdict
    for (const [name, lens] of [
      ['Mining', 'mining'],
      ['AI', 'ai'],
      ['All uses', 'combined'],
    ] as const) {
      await userEvent.click(screen.getByRole('button', { name, exact: true }))
      const { columns, scenario, ranking } = store.getState()
      if (columns === null) throw new Error('The sites are loaded.')
      expect(ranking?.score).toEqual(rankSites(columns, scenario, BUILT_IN_RULERS[lens]).score)
      expect(ranking?.verdict).toEqual(verdicts)
      await expect.poll(() => host.settings['ruler']).toBe(BUILT_IN_RULERS[lens].id)
    }
  })
})

describe('the weights', () => {
  it('of a built-in ruler cannot be moved; those of a copy can, add to 100 %, and are saved and undone', async () => {
    const app = await openWeights()
    const slider = app.screen.getByRole('slider', { name: 'Weight of Fiber, water' })
    expect(slider.elements()).toHaveLength(0)
    const price = app.screen.getByRole('slider', { name: 'Weight of Power price' })
    await expect.element(price).toBeDisabled()
    await userEvent.click(app.screen.getByRole('button', { name: 'Duplicate' }))
    await expect.element(price).toBeEnabled()
    ;(price.element() as HTMLElement).focus()
    for (let press = 0; press < 5; press += 1) await userEvent.keyboard('{ArrowRight}')
    expect(app.store.getState().ruler.criteria.find(({ id }) => id === 'power_price')?.weight).toBeCloseTo(0.15, 9)
    expect(weightSum(app)).toBeCloseTo(1, 9)
    await userEvent.click(app.screen.getByRole('button', { name: 'Save', exact: true }))
    await expect.poll(() => app.store.getState().ruler.version).toBe(1)
    expect(app.store.getState().isRulerDraft).toBe(false)
    await app.store.getState().undo()
    await expect.poll(() => app.store.getState().ruler.id).toBe('switchyard-2026')
  })

  it('keep a locked one where it is', async () => {
    const app = await openWeights()
    await userEvent.click(app.screen.getByRole('button', { name: 'Duplicate' }))
    await userEvent.click(app.screen.getByRole('button', { name: 'Lock the weight of Land' }))
    const weightOf = (id: string) => app.store.getState().ruler.criteria.find((each) => each.id === id)?.weight
    const before = weightOf('land')
    ;(app.screen.getByRole('slider', { name: 'Weight of Zoning' }).element() as HTMLElement).focus()
    await userEvent.keyboard('{End}')
    expect(weightOf('land')).toBe(before)
    expect(weightOf('zoning')).toBeCloseTo(1 - (before ?? 0), 9)
    expect(weightSum(app)).toBeCloseTo(1, 9)
  })

  it('say in one sentence why bounds cannot be, and cannot be saved then', async () => {
    const app = await openWeights()
    await userEvent.click(app.screen.getByRole('button', { name: 'Duplicate' }))
    await userEvent.fill(app.screen.getByRole('textbox', { name: 'Power price, scores 0 at' }), '20')
    const problem = () => document.querySelector('.ruler__problem[role="alert"]')?.textContent
    await expect.poll(problem).toBe('The worst and the best of Power price are both 20; set two different bounds.')
    await expect.element(app.screen.getByRole('button', { name: 'Save', exact: true })).toBeDisabled()
    const { ranking } = app.store.getState()
    expect([...(ranking?.score ?? [Number.NaN])].every(Number.isFinite)).toBe(true)
  })

  it('from pairs of groups name the judgment that fits least and make a ruler', async () => {
    const app = await openWeights()
    await openTab(app, 'Pairwise')
    const judge = (steps: Record<string, number>) => app.store.getState().setJudges([{ name: 'Ada', steps }])
    // Value counts nine times as much as all the others, which count the same, and yet less than one of them.
    const others = ['power', 'time', 'evidence', 'land', 'connection', 'risk']
    judge({ 'value price': 8, ...Object.fromEntries(others.map((group) => [`value ${group}`, -8])) })
    await expect.poll(() => app.screen.container.ownerDocument.body.textContent).toContain('contradict each other')
    expect(app.screen.container.ownerDocument.body.textContent).toContain('Value against Power price fits least')
    judge({ 'value price': -3 })
    await userEvent.click(app.screen.getByRole('button', { name: 'Use as ruler' }))
    const { ruler, isRulerDraft } = app.store.getState()
    expect([isRulerDraft, ruler.version]).toEqual([true, 0])
    const weightOf = (id: string) => ruler.criteria.find((each) => each.id === id)?.weight ?? Number.NaN
    expect(weightOf('value')).toBeGreaterThan(weightOf('power_price'))
    expect(weightSum(app)).toBeCloseTo(1, 9)

    const ada = app.store.getState().judges
    expect(await app.store.getState().saveRuler()).toBe(true)
    app.store.getState().setJudges([{ name: 'Bob', steps: { 'value price': 5 } }])
    app.store.getState().chooseRuler(app.store.getState().ruler.id)
    expect(app.store.getState().judges, 'the judgments come back with the ruler they made').toEqual(ada)
  })

  it('in doubt, and by other methods, leave orders that are shown beside the score’s', async () => {
    const app = await openWeights()
    const text = () => app.screen.container.ownerDocument.body.textContent ?? ''
    await openTab(app, 'Stability')
    await expect.poll(text, { timeout: 20_000 }).toMatch(/comes first in \d+% of the sets of weights/)
    await openTab(app, 'Second opinion')
    expect(text()).toContain('Agreement with the score, Spearman / Kendall')
    await openTab(app, 'Find out next')
    expect(text()).toMatch(/What one would pay at most to know|No answer to an open question/)
  })
})

describe('judgments of pairs', () => {
  it('make a reciprocal matrix, the same where nobody judged', () => {
    const groups = ['value', 'price', 'power'] as const
    expect(judgmentMatrix(groups, {})).toEqual([
      [1, 1, 1],
      [1, 1, 1],
      [1, 1, 1],
    ])
    const matrix = judgmentMatrix(groups, { 'value price': -3, 'price power': 1 })
    expect(matrix[0]?.[1]).toBe(4)
    expect(matrix[1]?.[0]).toBe(1 / 4)
    expect(matrix[1]?.[2]).toBe(1 / 2)
    expect(matrix[2]?.[1]).toBe(2)
  })
})
