import { AppError } from '../../../shared/contract/errors.ts'
import type { TileTestResult } from '../../../shared/contract/tiles.ts'
import { checkVectorTile } from '../../../shared/map/tiles/check-vector-tile.ts'
import { type FileStamp, fileStamp } from './file-state.ts'
import { archiveError, openArchive } from './open-archive.ts'
import { type ArchiveRef, readTile } from './tile-archives.ts'
import { TILE_CONTENT_TYPES } from './tile-content.ts'

/** Tiles that are tried on each zoom. */
const TILES_A_ZOOM = 12
/** How much of a bad thing is told of before it is only counted. */
const MOST_FINDINGS = 6

export interface ArchiveTest {
  readonly result: Omit<TileTestResult, 'name' | 'what'>
  /** What the file was when it was tested; null where it is gone. */
  readonly stamp: FileStamp | null
}

/** Opens an archive anew and decodes a sample of the tiles of each zoom. Whatever it holds, this answers. */
export function testArchive(ref: ArchiveRef): ArchiveTest {
  const nothing = { opened: 0, broken: 0, zooms: [] }
  const stamp = fileStamp(ref.file)
  const sizeBytes = stamp?.sizeBytes ?? null
  try {
    const archive = openArchive(ref.file, ref.fileName)
    try {
      const { info } = archive
      const findings: string[] = []
      const zooms = []
      for (let zoom = info.minZoom; zoom <= info.maxZoom; zoom += 1) {
        const sample = archive.sample(zoom, TILES_A_ZOOM)
        const problems = sample
          .map((address) => tileProblem(archive, { ...ref, flipped: false }, address, info.kind))
          .filter((problem) => problem !== null)
        findings.push(...problems)
        if (sample.length === 0) findings.push(`There are no tiles at zoom ${zoom}.`)
        zooms.push({ zoom, tried: sample.length, broken: problems.length })
      }
      const opened = zooms.reduce((sum, each) => sum + each.tried, 0)
      const broken = zooms.reduce((sum, each) => sum + each.broken, 0)
      const told = [...info.remarks, ...shortened(findings)]
      const outcome = broken > 0 ? 'broken' : findings.length > 0 ? 'warning' : 'ok'
      return { stamp, result: { outcome, findings: told, opened, broken, sizeBytes, zooms } }
    } finally {
      archive.close()
    }
  } catch (thrown) {
    const error = archiveError(thrown, ref.fileName)
    if (!(error instanceof AppError)) throw error
    const outcome = error.code === 'not_found' ? 'missing' : 'broken'
    return { stamp, result: { ...nothing, outcome, findings: [error.message], sizeBytes } }
  }
}

function tileProblem(
  archive: ReturnType<typeof openArchive>,
  ref: ArchiveRef,
  address: { z: number; x: number; y: number },
  kind: 'raster' | 'vector',
): string | null {
  const name = `The tile ${address.z}/${address.x}/${address.y}`
  const answer = readTile(archive, ref, address)
  if (answer.type === 'absent') return `${name} is listed and not there.`
  if (answer.type !== 'tile') return answer.message
  const isVector = answer.contentType === TILE_CONTENT_TYPES.mvt
  if (isVector !== (kind === 'vector')) return `${name} is ${isVector ? 'a vector tile' : 'a picture'} among others.`
  if (!isVector)
    return isWholePicture(answer.bytes, answer.contentType) ? null : `${name} is a picture that was cut off.`
  try {
    checkVectorTile(answer.bytes)
    return null
  } catch {
    return `${name} is damaged.`
  }
}

/** Whether a picture has its end: without decoding pixels, this tells a file that was cut off from a whole one. */
function isWholePicture(bytes: Uint8Array, contentType: string): boolean {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (contentType === TILE_CONTENT_TYPES.png) return view.subarray(-8, -4).toString('latin1') === 'IEND'
  // Some encoders pad what follows the end mark.
  if (contentType === TILE_CONTENT_TYPES.jpeg) return view.lastIndexOf(Buffer.from([0xff, 0xd9])) > 0
  return view.readUInt32LE(4) + 8 <= view.length + 1
}

function shortened(findings: readonly string[]): string[] {
  if (findings.length <= MOST_FINDINGS) return [...findings]
  return [...findings.slice(0, MOST_FINDINGS), `And ${findings.length - MOST_FINDINGS} more like these.`]
}
