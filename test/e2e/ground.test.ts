import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { expectAccessible } from '../support/axe.ts'
import { deskFixture } from '../support/desk-fixture.ts'

const fixture = deskFixture()

describe('the ground of the map', () => {
  it('is asked for a place, tells of a county, holds the list to it, and is taken as a picture', async () => {
    const { desk, page } = await fixture.openDesk({ permissions: ['clipboard-read', 'clipboard-write'] })
    const map = page.getByRole('application', { name: /Map of sites/ })
    const card = page.locator('.area-card')

    // By key alone: coordinates of a grid, then a name.
    await page.keyboard.press('Control+g')
    const box = page.getByRole('combobox', { name: 'Coordinates or a place' })
    await box.fill('95, -200')
    await page.getByText(/is no place on Earth/).waitFor()
    await box.fill('14RPV 75604 92042')
    await page.getByRole('option', { name: /31\.55000, -97\.15000 McLennan County, TX/ }).waitFor()
    await page.keyboard.press('Enter')
    await page.locator('.place-pin').waitFor()
    await expect.poll(() => page.locator('.map-position__text').textContent()).toContain('31.55')
    await page.keyboard.press('Control+g')
    await box.fill('milam county')
    await page.getByRole('option', { name: /Milam County, TX/ }).waitFor()
    await expectAccessible(page)
    await page.keyboard.press('Enter')
    await box.waitFor({ state: 'detached' })

    // What is at the middle of the map, by key.
    await expect.poll(() => map.evaluate((element) => element === document.activeElement)).toBe(true)
    await page.keyboard.press('i')
    await expect.poll(() => card.getAttribute('aria-label')).toBe('Milam County, TX')
    await expect.poll(() => card.textContent()).toMatch(/48331.*1,02\d mi².*ERCOT/)
    await expectAccessible(page)
    await card.getByRole('button', { name: "List only this county's sites" }).click()
    await expect.poll(() => desk.names()).toEqual(expect.arrayContaining(['Rockdale (Riot)']))
    expect((await desk.names()).length).toBeLessThan(8)
    await page.getByRole('button', { name: 'Only Milam County, TX; show all' }).click()
    await expect.poll(async () => (await desk.names()).length).toBeGreaterThan(8)
    await card.focus()
    await page.keyboard.press('Escape')
    await card.waitFor({ state: 'detached' })

    // How coordinates are written is a click, and is remembered; so is what is shown of the ground.
    await page.getByRole('button', { name: /coordinates in Decimal degrees/ }).click()
    await expect.poll(() => page.locator('.map-position__text').textContent()).toMatch(/°.*N .*W/)
    await page.getByRole('button', { name: 'Copy the coordinates' }).click()
    expect(await page.evaluate(() => navigator.clipboard.readText())).toMatch(/^30°.*W$/)
    await page.getByRole('button', { name: 'Layers' }).click()
    await page.getByRole('checkbox', { name: 'Grid operators by county' }).check()
    await page.getByRole('list', { name: 'Grid operators' }).getByText('ERCOT').waitFor()
    await page.getByRole('checkbox', { name: 'County lines and names' }).uncheck()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Close the layers' }).click()

    // Pictures: copied, and saved twice.
    const open = () => page.getByRole('button', { name: 'Picture of the map' }).click()
    await open()
    await page.getByRole('textbox', { name: 'Title' }).fill('Milam County')
    await page.locator('.snapshot__preview canvas').waitFor()
    await expectAccessible(page)
    const [svg] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save SVG' }).click(),
    ])
    expect(svg.suggestedFilename()).toBe('map-milam-county.svg')
    const text = readFileSync(await svg.path(), 'utf8')
    for (const words of [
      '>Milam County<',
      '>Rockdale<',
      'Grid operator, derived and approximate',
      'GeoNames (CC BY 4.0)',
    ])
      expect(text).toContain(words)
    expect(text).not.toMatch(/<script|<style|<foreignObject|https?:(?!\/\/www\.w3\.org)/)
    await open()
    await page.getByLabel('Size').selectOption('slide')
    const [png] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'Save PNG, 300 dpi' }).click(),
    ])
    const bytes = readFileSync(await png.path())
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([4_000, 2_250])
    expect(bytes.subarray(37, 41).toString('latin1')).toBe('pHYs')
    await open()
    await page.getByRole('button', { name: 'Copy', exact: true }).click()
    await page.getByText('Copied the map as a picture.').waitFor()
    const types = await page.evaluate(async () => (await navigator.clipboard.read()).flatMap((item) => [...item.types]))
    expect(types).toEqual(['image/png'])

    await page.waitForTimeout(500)
    await page.reload()
    await desk.rows.first().waitFor()
    await page.getByRole('button', { name: /coordinates in Degrees, minutes, seconds/ }).waitFor()
    await page.getByRole('button', { name: 'Layers' }).click()
    expect(await page.getByRole('checkbox', { name: 'County lines and names' }).isChecked()).toBe(false)
    expect(await page.getByRole('checkbox', { name: 'Grid operators by county' }).isChecked()).toBe(true)
  })
})
