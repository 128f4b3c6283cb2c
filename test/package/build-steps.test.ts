import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { withBuildLock } from '../../electron/tooling/build/build-lock.ts'
import type { BuildStep } from '../../electron/tooling/build/build-step.ts'
import { contentHash } from '../../electron/tooling/build/content-hash.ts'
import { assertRequiresOnly } from '../../electron/tooling/build/requires.ts'
import { runSteps } from '../../electron/tooling/build/run-steps.ts'
import { build } from '../../electron/tooling/build.ts'
import { tempFolder } from '../support/temp-folder.ts'

describe('a build step', () => {
  let root: string
  let runs: number
  const step = (run: () => void = () => writeFileSync(path.join(root, 'out.txt'), 'built')): BuildStep => ({
    name: 'step',
    inputs: ['src', 'config.json'],
    outputs: ['out.txt'],
    run: async () => {
      runs++
      run()
    },
  })
  const ranNow = async (each: BuildStep) => {
    const outcomes: boolean[] = []
    await runSteps(root, [each], ({ ran }) => outcomes.push(ran))
    return outcomes[0]
  }

  beforeEach(() => {
    root = tempFolder()
    runs = 0
    mkdirSync(path.join(root, 'src', 'deep'), { recursive: true })
    writeFileSync(path.join(root, 'src', 'deep', 'a.ts'), 'a')
    writeFileSync(path.join(root, 'src', 'b.ts'), 'b')
  })

  it('runs once and not again while nothing has changed', async () => {
    expect(await ranNow(step())).toBe(true)
    expect(await ranNow(step())).toBe(false)
    expect(runs).toBe(1)
  })

  it.each([
    ['a file’s content changes', (file: string) => writeFileSync(path.join(file, 'src', 'deep', 'a.ts'), 'A')],
    ['a file comes', (file: string) => writeFileSync(path.join(file, 'src', 'c.ts'), '')],
    ['a file goes', (file: string) => rmSync(path.join(file, 'src', 'b.ts'))],
    ['an input that was missing comes', (file: string) => writeFileSync(path.join(file, 'config.json'), '')],
    ['its output goes', (file: string) => rmSync(path.join(file, 'out.txt'))],
  ])('runs again when %s', async (_what, change) => {
    await ranNow(step())
    change(root)
    expect(await ranNow(step())).toBe(true)
  })

  it('runs again after it has failed, even where older output lies about', async () => {
    await ranNow(step())
    writeFileSync(path.join(root, 'src', 'b.ts'), 'B')
    const failing = step(() => {
      throw new Error('no space left')
    })
    await expect(ranNow(failing)).rejects.toThrow('no space left')
    writeFileSync(path.join(root, 'src', 'b.ts'), 'b')
    expect(await ranNow(step())).toBe(true)
  })

  it('fails when it does not write what it promised', async () => {
    await expect(ranNow(step(() => {}))).rejects.toThrow('The build step "step" ended without writing out.txt.')
    expect(existsSync(path.join(root, 'dist', 'stamps', 'step'))).toBe(false)
  })

  it('does not confuse where one file ends and the next begins', () => {
    writeFileSync(path.join(root, 'one'), 'ab')
    writeFileSync(path.join(root, 'two'), 'c')
    const before = contentHash(root, ['one', 'two'])
    writeFileSync(path.join(root, 'one'), 'a')
    writeFileSync(path.join(root, 'two'), 'bc')
    expect(contentHash(root, ['one', 'two'])).not.toBe(before)
  })
})

describe('the build', () => {
  it('names its steps when it is asked for one it does not have', async () => {
    await expect(build(['map'])).rejects.toThrow(
      'There is no build step "map"; the steps are basemap, fonts, renderer, electron.',
    )
  })

  it('goes on in one process at a time', async () => {
    const folder = tempFolder()
    const steps: string[] = []
    const work = (name: string) => async () => {
      steps.push(`${name} begins`)
      await new Promise((resolve) => setTimeout(resolve, 30))
      steps.push(`${name} ends`)
    }
    await Promise.all([withBuildLock(folder, work('first')), withBuildLock(folder, work('second'))])
    expect(steps).toEqual(['first begins', 'first ends', 'second begins', 'second ends'])
  })

  it('takes the place of a process that died while it built', async () => {
    const folder = tempFolder()
    // No system gives out a process number this high.
    writeFileSync(path.join(folder, '.building'), '999999999')
    expect(await withBuildLock(folder, async () => 'built')).toBe('built')
    expect(existsSync(path.join(folder, '.building'))).toBe(false)
  })

  it('makes way for the next one when it fails', async () => {
    const folder = tempFolder()
    const failing = withBuildLock(folder, () => Promise.reject(new Error('broken')))
    await expect(failing).rejects.toThrow('broken')
    expect(await withBuildLock(folder, async () => 'built')).toBe('built')
  })
})

describe('the check of the preload', () => {
  it.each([
    ['const e = require("electron")', null],
    ['const e = require("electron"); const fs = require("node:fs")', 'requires "node:fs"'],
    ["const e = require('./local.cjs')", 'requires "./local.cjs"'],
    ['import { ipcRenderer } from "electron"', 'not CommonJS'],
    ['const a = 1\nexport { a }', 'not CommonJS'],
  ])('of %j finds %s', (source, problem) => {
    const check = () => assertRequiresOnly(source, ['electron'], 'preload.cjs')
    if (problem === null) expect(check).not.toThrow()
    else expect(check).toThrow(problem)
  })
})
