import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { openArchive } from '../../electron/core/tiles/open-archive.ts'
import { testArchive } from '../../electron/core/tiles/test-archive.ts'
import { readTile } from '../../electron/core/tiles/tile-archives.ts'
import { writePmtiles } from '../../electron/tooling/basemap/pmtiles-writer.ts'
import { AppError } from '../../shared/contract/errors.ts'
import { tempFolder } from '../support/temp-folder.ts'
import { colorTiles, writeMbtiles, writePmtilesFile } from '../support/tile-fixtures.ts'
import { townTiles } from '../support/town-tiles.ts'

/** One sentence: it begins with what it is about, ends with one full stop and holds no stack. */
const SENTENCE = /^["A-Z][^\n]*\.$/

/** Opens a file as the app does, reads some tiles and tests it. Throws for anything but an answer or a sentence. */
function useArchive(file: string): void {
  const ref = { file, fileName: 'field.tiles', flipped: false }
  try {
    const archive = openArchive(file, ref.fileName)
    try {
      expect(archive.info.minZoom).toBeLessThanOrEqual(archive.info.maxZoom)
      for (const address of [
        { z: 0, x: 0, y: 0 },
        { z: 2, x: 1, y: 1 },
        { z: 26, x: 5, y: 9 },
      ]) {
        const answer = readTile(archive, ref, address)
        if (answer.type === 'broken' || answer.type === 'gone') expect(answer.message).toMatch(SENTENCE)
      }
    } finally {
      archive.close()
    }
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    expect(error.message).toMatch(SENTENCE)
  }
  for (const finding of testArchive(ref).result.findings) expect(finding).toMatch(SENTENCE)
}

interface Damage {
  readonly changes: readonly (readonly [at: number, value: number])[]
  readonly end: number
}

/** Some bytes changed, mostly where the structure lies, and some files cut off. */
function damages(whole: Uint8Array, structureBytes: number): fc.Arbitrary<Damage> {
  const place = fc.oneof({ weight: 4, arbitrary: fc.nat(structureBytes - 1) }, fc.nat(whole.length - 1))
  const value = fc.oneof(fc.constantFrom(0, 1, 0x7f, 0x80, 0xff), fc.nat(255))
  return fc.record({
    changes: fc.array(fc.tuple(place, value), { minLength: 1, maxLength: 12 }),
    end: fc.oneof({ weight: 3, arbitrary: fc.constant(whole.length) }, fc.nat(whole.length)),
  })
}

function checkAll(whole: Uint8Array, structureBytes: number, numRuns: number): void {
  const file = path.join(tempFolder(), 'field.tiles')
  fc.assert(
    fc.property(damages(whole, structureBytes), ({ changes, end }) => {
      const bytes = whole.slice(0, end)
      for (const [at, value] of changes) if (at < end) bytes[at] = value
      writeFileSync(file, bytes)
      useArchive(file)
    }),
    { numRuns },
  )
}

describe('damaged archives are answered with a sentence', () => {
  it('PMTiles with plain directories, where every number can be wrong', () => {
    const tiles = townTiles('openmaptiles', 4, 9)
    const whole = writePmtiles({ tiles, tileCompression: 'none', metadata: { name: 'Waco' } })
    checkAll(whole, 400, 300)
  })

  it('PMTiles with packed directories', () => {
    const file = path.join(tempFolder(), 'a')
    checkAll(writePmtilesFile(file, townTiles('shortbread', 4, 8)), 400, 150)
  })

  it('MBTiles, a page at a time', () => {
    const file = path.join(tempFolder(), 'a')
    writeMbtiles(file, colorTiles(0, 2), { metadata: { name: 'Field', bounds: '-1,-1,1,1', format: 'png' } })
    const whole = new Uint8Array(readFileSync(file))
    checkAll(whole, 4_096 * 4, 150)
  })

  it('and directories that lead in circles or promise more than there is', () => {
    const file = path.join(tempFolder(), 'a')
    // The one entry of the root is a leaf directory, which is the root itself.
    const root = Uint8Array.from([1, 0, 0, 5, 1])
    const archive = new Uint8Array(127 + root.length)
    archive.set(new TextEncoder().encode('PMTiles\u0003'))
    const view = new DataView(archive.buffer)
    for (const [index, value] of [127, root.length, 127, 0, 127, root.length, 127, root.length].entries())
      view.setBigUint64(8 + index * 8, BigInt(value), true)
    archive.set([1, 1, 1, 1, 0, 26], 96)
    archive.set(root, 127)
    writeFileSync(file, archive)
    useArchive(file)
    // A directory of 2^40 entries in six bytes.
    archive.set([0x80, 0x80, 0x80, 0x80, 0x80], 127)
    writeFileSync(file, archive)
    useArchive(file)
  })
})
