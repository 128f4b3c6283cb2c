import { describe, expect, it } from 'vitest'
import { type RenderedApp, renderApp } from '../support/render-app.tsx'

async function openForm(app: RenderedApp, label: string): Promise<void> {
  await expect.poll(() => app.store.getState().columns?.count).toBe(3)
  app.store.getState().selectSite('middle', 'list')
  await app.screen.getByRole('tab', { name: 'Attributes' }).click()
  await app.screen.getByRole('button', { name: new RegExp(`^(Edit|Add) ${label}$`) }).click()
}

describe('the form of an attribute', () => {
  it('refuses a number outside the bounds in one sentence, and sends nothing', async () => {
    const app = await renderApp()
    await openForm(app, 'Grid voltage')
    await app.screen.getByLabelText('Grid voltage, kV').fill('9000')
    await app.screen.getByRole('button', { name: 'Save' }).click()
    await expect.element(app.screen.getByText('Grid voltage is not accepted: 9000 is outside 0 to 1500.')).toBeVisible()
    expect(app.host.calls).not.toContain('sites.edit')
  })

  it('refuses a date that is none', async () => {
    const app = await renderApp()
    await openForm(app, 'Land')
    await app.screen.getByLabelText('Land, acres').fill('300')
    await app.screen.getByLabelText('As of').fill('last week')
    await app.screen.getByRole('button', { name: 'Save' }).click()
    await expect.element(app.screen.getByText('Write the date as 2026, 2026-07 or 2026-07-01.')).toBeVisible()
    expect(app.host.calls).not.toContain('sites.edit')
  })

  it('writes a value that undo takes back', async () => {
    const app = await renderApp()
    await openForm(app, 'Land')
    await app.screen.getByLabelText('Land, acres').fill('300')
    await app.screen.getByLabelText('Evidence').selectOptions('study')
    await app.screen.getByRole('button', { name: 'Save' }).click()
    const land = () => app.store.getState().detail?.attributes.find(({ field }) => field === 'landAcres')
    await expect.poll(() => land()?.value).toBe(300)
    expect(land()?.rung).toBe('study')
    await app.screen.getByRole('button', { name: 'Undo' }).click()
    await expect.poll(land).toBeUndefined()
  })

  it("keeps the text and shows the host's sentence when the host refuses", async () => {
    const app = await renderApp()
    await openForm(app, 'Land')
    app.host.failNext = { method: 'sites.edit', message: 'The disk is full; free some space and save again.' }
    await app.screen.getByLabelText('Land, acres').fill('300')
    await app.screen.getByRole('button', { name: 'Save' }).click()
    await expect
      .element(app.screen.getByRole('alert').filter({ hasText: 'The disk is full' }))
      .toHaveTextContent('The disk is full; free some space and save again.')
    await expect.element(app.screen.getByLabelText('Land, acres')).toHaveValue('300')
  })

  it('keeps unsaved text while another site is open', async () => {
    const app = await renderApp()
    await openForm(app, 'Land')
    await app.screen.getByLabelText('Land, acres').fill('31')
    app.store.getState().selectSite('large-dear', 'list')
    await expect.element(app.screen.getByRole('heading', { level: 2, name: 'Birch Crossing' })).toBeVisible()
    app.store.getState().selectSite('middle', 'list')
    await expect.element(app.screen.getByLabelText('Land, acres')).toHaveValue('31')
  })
})
