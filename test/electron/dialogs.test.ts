import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { FileGrants } from '../../electron/host/file-grants.ts'
import { createFakeElectron, type FakeElectron } from '../support/fake-electron.ts'
import { tempFolder } from '../support/temp-folder.ts'

describe('the file dialogs', () => {
  let fake: FakeElectron
  let dialogs: typeof import('../../electron/main/dialogs.ts')
  let folder: string

  beforeEach(async () => {
    fake = createFakeElectron()
    folder = tempFolder()
    vi.resetModules()
    vi.doMock('electron', () => fake.main)
    dialogs = await import('../../electron/main/dialogs.ts')
  })

  function grantsHere(): FileGrants {
    const grants = new FileGrants(path.join(folder, 'grants'))
    onTestFinished(() => grants.close())
    return grants
  }

  it('grants chosen files without telling their paths', async () => {
    const files = ['queue.csv', 'prices.csv'].map((name) => path.join(folder, name))
    for (const file of files) writeFileSync(file, 'a,b\n')
    fake.dialog.openAnswer = { canceled: false, filePaths: files }
    const grants = grantsHere()
    const granted = await dialogs.pickToOpen(grants)
    expect(granted).toEqual([
      { grant: expect.any(String), name: 'queue.csv', size: 4 },
      { grant: expect.any(String), name: 'prices.csv', size: 4 },
    ])
    expect(granted.map(({ grant }) => grants.resolve(grant).path)).toEqual(files)
  })

  it('grants nothing when the user cancels', async () => {
    expect(await dialogs.pickToOpen(grantsHere())).toEqual([])
  })

  it('says so in one sentence when what was chosen is no file', async () => {
    fake.dialog.openAnswer = { canceled: false, filePaths: [folder] }
    await expect(dialogs.pickToOpen(grantsHere())).rejects.toMatchObject({ code: 'bad_input' })
  })

  it('saves a document under the chosen name, replacing an older one', async () => {
    const made = path.join(folder, 'made')
    const target = path.join(folder, 'memo.pdf')
    writeFileSync(made, 'new')
    writeFileSync(target, 'old')
    fake.dialog.saveAnswer = { canceled: false, filePath: target }
    expect(await dialogs.saveMade({ path: made, name: 'memo.pdf' })).toBe(true)
    expect(readFileSync(target, 'utf8')).toBe('new')
    expect(fake.dialog.saves[0]).toMatchObject({ defaultPath: 'memo.pdf', filters: [{ extensions: ['pdf'] }] })
  })

  it('saves nothing when the user cancels', async () => {
    expect(await dialogs.saveMade({ path: path.join(folder, 'made'), name: 'memo.pdf' })).toBe(false)
  })

  it('leaves the older file and no half of the new one when saving fails', async () => {
    const target = path.join(folder, 'out', 'memo.pdf')
    mkdirSync(path.dirname(target))
    writeFileSync(target, 'old')
    fake.dialog.saveAnswer = { canceled: false, filePath: target }
    const saving = dialogs.saveMade({ path: path.join(folder, 'missing'), name: 'memo.pdf' })
    await expect(saving).rejects.toMatchObject({ code: 'disk', message: expect.stringContaining('"memo.pdf"') })
    expect(readFileSync(target, 'utf8')).toBe('old')
    expect(readdirSync(path.dirname(target))).toEqual(['memo.pdf'])
  })
})
