import type { Locator, Page } from 'playwright-core'

/** The screen as a user speaks of it. */
export class Desk {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Waits until the sites are listed. */
  async open(launchUrl: string): Promise<void> {
    await this.page.goto(launchUrl)
    await this.rows.first().waitFor()
  }

  get list(): Locator {
    return this.page.getByRole('grid', { name: 'Sites by rank' })
  }

  /** The rows that are drawn; a long list draws what is in view. */
  get rows(): Locator {
    return this.list.locator('[role=row][aria-rowindex]:not([aria-rowindex="1"])')
  }

  get count(): Locator {
    return this.page.locator('.list__count')
  }

  get search(): Locator {
    return this.page.locator('#site-search')
  }

  /** The panel of the site that is open. */
  get panel(): Locator {
    return this.page.locator('section.panel')
  }

  /** Names in the order of the list, as many as are in view. */
  async names(): Promise<string[]> {
    const rows = await this.rows.evaluateAll((elements) =>
      elements.map((row) => ({
        index: Number(row.getAttribute('aria-rowindex')),
        name: row.querySelector('.site-name__name')?.textContent ?? '',
      })),
    )
    return rows.sort((a, b) => a.index - b.index).map((row) => row.name)
  }

  async openSite(name: string): Promise<void> {
    await this.search.fill(name)
    await this.rows.filter({ hasText: name }).first().click()
    await this.panel.getByRole('heading', { name, level: 2 }).waitFor()
  }

  async openTab(name: string): Promise<void> {
    await this.panel.getByRole('tab', { name }).click()
  }

  /** One field of the open site's attributes. */
  attribute(label: string): Locator {
    return this.panel.locator('.attribute').filter({ has: this.page.locator('.attribute__label', { hasText: label }) })
  }
}
