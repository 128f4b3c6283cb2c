import { expect, it } from 'vitest'
import { expectAccessible } from '../support/axe.ts'
import { deskFixture } from '../support/desk-fixture.ts'

const fixture = deskFixture()
const SITE = 'Gorgas (coal plant)'

it('a team talks on a site, on an attribute and on a place of the map; it is counted, resolved, undone and kept', async () => {
  const { desk, page } = await fixture.openDesk()
  await desk.openSite(SITE)
  await desk.openTab('Comments')
  await desk.panel.getByText(/^No comments yet/).waitFor()

  await desk.panel.getByLabel('New comment on the site').fill('Who owns the access road?')
  await page.keyboard.press('Control+Enter')
  await desk.panel.getByLabel('Reply on The site').fill('The county, deed of 2019.')
  await page.keyboard.press('Control+Enter')
  await desk.panel.getByText('The county, deed of 2019.').waitFor()

  await desk.openTab('Attributes')
  await desk.attribute('Land').first().getByRole('button', { name: 'Comment on Land', exact: true }).click()
  await desk.panel.getByLabel('New comment on Land').fill('The deed says 298 acres')
  await page.keyboard.press('Control+Enter')
  await desk.panel.getByRole('button', { name: '1 open comment on Land' }).waitFor()
  await page.getByTitle('2 open comments').waitFor()

  const map = page.locator('.map-root')
  const { x, y, width, height } = (await map.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 }
  await page.mouse.click(x + width / 2, y + height * 0.4, { button: 'right' })
  await page.getByRole('menuitem', { name: 'Comment here' }).press('Enter')
  await page.getByLabel('New comment', { exact: true }).fill('Sinkhole beside the road')
  await expectAccessible(page)
  await page.keyboard.press('Control+Enter')
  const popover = page.getByRole('dialog', { name: /^Comments on 3/ })
  await popover.getByText('Sinkhole beside the road').waitFor()
  await page.keyboard.press('Escape')
  await popover.waitFor({ state: 'detached' })
  const pin = page.getByRole('button', { name: /^1 comments? on 3/ })
  await pin.focus()
  await page.keyboard.press('Enter')
  await popover.getByRole('button', { name: 'Resolve' }).click()
  await popover.getByText(/^Resolved by/).waitFor()
  await page.getByTitle('2 open comments').waitFor()
  await popover.getByRole('button', { name: 'Close' }).click()
  expect(await pin.count()).toBe(0)
  await page.getByRole('button', { name: 'Undo' }).click()
  await pin.waitFor()

  await desk.openTab('Comments')
  await desk.panel.getByRole('button', { name: 'Show on map' }).click()
  await popover.waitFor()
  await expectAccessible(page)
  await desk.openTab('History')
  await desk.panel.getByText('Undo: Resolve comments on a place at Gorgas').waitFor()
  await page.reload()
  await desk.rows.first().waitFor()
  await page.getByTitle('3 open comments').waitFor()
  await pin.waitFor()
})
