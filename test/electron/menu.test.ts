import { beforeEach, describe, expect, it, vi } from 'vitest'
import { type AppEvent, appEvent } from '../../shared/contract/events.ts'
import { createFakeElectron } from '../support/fake-electron.ts'

type Item = Electron.MenuItemConstructorOptions

function flatten(items: readonly Item[]): Item[] {
  return items.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? flatten(item.submenu) : [])])
}

function click(item: Item, isByKey = false): void {
  item.click?.({} as Electron.MenuItem, undefined, { triggeredByAccelerator: isByKey })
}

describe('the menu', () => {
  const fake = createFakeElectron()
  let menuTemplate: typeof import('../../electron/main/menu.ts').menuTemplate

  beforeEach(async () => {
    vi.resetModules()
    vi.doMock('electron', () => fake.main)
    ;({ menuTemplate } = await import('../../electron/main/menu.ts'))
  })

  const DEVELOPER_ROLES = ['reload', 'forceReload', 'toggleDevTools']

  it.each([true, false])('offers developer tools and reloading in a development build alone (macOS: %s)', (isMac) => {
    const rolesOf = (isPackaged: boolean) => flatten(menuTemplate(isMac, isPackaged, () => {})).map((item) => item.role)
    expect(rolesOf(true).filter((role) => DEVELOPER_ROLES.includes(role ?? ''))).toEqual([])
    expect(rolesOf(false)).toEqual(expect.arrayContaining(['reload', 'toggleDevTools']))
  })

  it('sends every command that the contract knows, each from one item', () => {
    const sent: AppEvent[] = []
    for (const item of flatten(menuTemplate(false, true, (event) => sent.push(event)))) click(item)
    expect(sent.every((event) => appEvent.safeParse(event).success)).toBe(true)
    const commands = sent.map((event) => (event.type === 'menu' ? event.command : '')).sort()
    expect(commands).toEqual(['export', 'import', 'memo', 'redo', 'search', 'theme', 'undo'])
  })

  it.each([true, false])('gives no key to two items (macOS: %s)', (isMac) => {
    const keys = flatten(menuTemplate(isMac, false, () => {})).flatMap((item) => item.accelerator ?? [])
    expect(keys.length).toBeGreaterThan(6)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('shows the keys of undo and redo without taking them from a text field', () => {
    const items = flatten(menuTemplate(false, true, () => {}))
    for (const label of ['&Undo', '&Redo']) {
      expect(items.find((item) => item.label === label)).toMatchObject({ registerAccelerator: false })
    }
  })

  it('leaves undo by key to the text field on macOS, where no other way leads to it', () => {
    const sent: AppEvent[] = []
    const { webContents } = new fake.BrowserWindow()
    const items = flatten(menuTemplate(true, true, (event) => sent.push(event)))
    const undo = items.find((item) => item.label === '&Undo') ?? {}
    click(undo, true)
    expect({ sent, calls: webContents.calls }).toEqual({ sent: [], calls: ['undo'] })
    click(undo)
    expect(sent).toEqual([{ type: 'menu', command: 'undo' }])
  })

  it('is installed as the application’s', async () => {
    const shipped = createFakeElectron({ isPackaged: true })
    vi.resetModules()
    vi.doMock('electron', () => shipped.main)
    const { installMenu } = await import('../../electron/main/menu.ts')
    installMenu(() => {})
    const roles = flatten(shipped.menu.application ?? []).map((item) => item.role)
    expect(roles).toContain('copy')
    expect(roles).not.toContain('toggleDevTools')
  })
})
