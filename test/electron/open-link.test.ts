import { beforeEach, describe, expect, it, vi } from 'vitest'
import { createFakeElectron } from '../support/fake-electron.ts'

describe('opening a link', () => {
  const fake = createFakeElectron()
  let openLink: typeof import('../../electron/main/open-link.ts').openLink

  beforeEach(async () => {
    fake.opened.length = 0
    fake.dialog.questions.length = 0
    vi.resetModules()
    vi.doMock('electron', () => fake.main)
    ;({ openLink } = await import('../../electron/main/open-link.ts'))
  })

  it('names the host and opens it once the user agrees', async () => {
    fake.dialog.messageResponse = 0
    await openLink('https://www.eia.gov/electricity/')
    expect(fake.dialog.questions[0]?.message).toBe('Open www.eia.gov in your browser?')
    expect(fake.opened).toEqual(['https://www.eia.gov/electricity/'])
  })

  it('opens nothing when the user declines', async () => {
    fake.dialog.messageResponse = 1
    await openLink('https://www.eia.gov/')
    expect(fake.opened).toEqual([])
  })

  it('does not even ask about an address that may not leave the app', async () => {
    fake.dialog.messageResponse = 0
    await openLink('file:///etc/passwd')
    await openLink('javascript:alert(1)')
    expect(fake.dialog.questions).toEqual([])
    expect(fake.opened).toEqual([])
  })
})
