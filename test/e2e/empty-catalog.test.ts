import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { projectRoot } from '../../electron/tooling/project-root.ts'
import { startApp } from '../support/app.ts'
import { expectAccessible } from '../support/axe.ts'
import { deskFixture } from '../support/desk-fixture.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { watchedPage } from '../support/watched-page.ts'

const fixture = deskFixture()

describe('a catalog without sites', () => {
  it('says what to do', async () => {
    const folder = tempFolder()
    const catalogFile = path.join(folder, 'own.sqlite')
    const made = spawnSync(
      process.execPath,
      [path.join(projectRoot, 'electron', 'cli', 'main.ts'), 'init', '--catalog', catalogFile],
      { encoding: 'utf8' },
    )
    expect(made.stderr).toBe('')
    const app = await startApp({ dataFolder: folder, catalogFile })
    onTestFinished(() => app.stop())
    const { page } = await watchedPage(fixture.browser)
    await page.goto(app.launchUrl)
    await page.getByText('No sites yet').waitFor()
    await page.getByRole('button', { name: 'Import a file' }).waitFor()
    await expectAccessible(page)
  })
})

describe('a launch address', () => {
  it('that was used before says how to get a new one', async () => {
    const app = await startApp({ dataFolder: tempFolder() })
    onTestFinished(() => app.stop())
    const first = await watchedPage(fixture.browser)
    await first.page.goto(app.launchUrl)
    await first.page.locator('.list__row').first().waitFor()
    const second = await watchedPage(fixture.browser)
    second.expectIncident(/403|Forbidden/)
    await second.page.goto(app.launchUrl)
    const alert = second.page.getByRole('alert').first()
    await alert.waitFor()
    expect(await alert.textContent()).toContain('This link was used before')
  })
})
