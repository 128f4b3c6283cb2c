import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { deskFixture } from '../support/desk-fixture.ts'
import { photo } from '../support/photo.ts'

const fixture = deskFixture()
const SITE = 'Gorgas (coal plant)'
const LETTER = Buffer.from('%PDF-1.7\nThe utility will serve 250 MW at this point.\n%%EOF\n')

it('a letter and a photo are kept with a site, described, saved again, removed and brought back', async () => {
  const { desk, page } = await fixture.openDesk()
  await desk.openSite(SITE)
  await desk.openTab('Sources')
  await desk.panel.getByText('turns a claim into evidence').waitFor()

  const attach = async (name: string, mimeType: string, buffer: Buffer): Promise<void> => {
    const chooser = page.waitForEvent('filechooser')
    await desk.panel.getByRole('button', { name: 'Attach files' }).click()
    await (await chooser).setFiles({ name, mimeType, buffer })
    await desk.panel.getByRole('article', { name }).waitFor()
  }
  await attach('will-serve.pdf', 'application/pdf', LETTER)
  const tags = { latitude: 33.644, longitude: -87.197, bearingDegrees: 270, takenAt: '2026:07:01 14:30:05' }
  await attach('switchyard.jpg', 'image/jpeg', Buffer.from(photo(tags)))
  const picture = desk.panel.getByRole('article', { name: 'switchyard.jpg' })
  expect(await picture.textContent()).toContain('at 33.64400, -87.19700')
  expect(await picture.textContent()).toContain('looking west (270°)')

  const letter = desk.panel.getByRole('article', { name: 'will-serve.pdf' })
  await letter.getByRole('button', { name: 'Describe will-serve.pdf' }).click()
  await letter.getByLabel('What it shows').fill('Will-serve letter, signed')
  await letter.getByLabel('Vouches for').selectOption({ label: 'Energized' })
  await letter.getByRole('button', { name: 'Save', exact: true }).click()
  await letter.getByText('Will-serve letter, signed').waitFor()

  const download = page.waitForEvent('download')
  await letter.getByRole('button', { name: 'Save will-serve.pdf' }).click()
  expect(readFileSync(await (await download).path())).toEqual(LETTER)

  await letter.getByRole('button', { name: 'Remove will-serve.pdf' }).click()
  await letter.waitFor({ state: 'detached' })
  await page.getByRole('button', { name: 'Undo' }).click()
  await letter.getByText('Will-serve letter, signed').waitFor()
})
