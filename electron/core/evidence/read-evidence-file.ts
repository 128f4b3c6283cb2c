import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import { AppError } from '../../../shared/contract/errors.ts'
import { type ArchivableFile, readArchivable } from '../data-set/archive.ts'
import { fileProblem } from '../import/file-problem.ts'
import type { EvidenceFile } from './evidence-file.ts'
import { mediaTypeOf } from './media-type.ts'
import { photoFacts } from './photo-facts.ts'

const MOST_BYTES = 512 * 1024 * 1024

/**
 * Reads a file of any kind that is to be kept with a site.
 * @throws AppError 'bad_input' with one sentence, for a folder, an empty file, or one too large to keep.
 */
export async function readEvidenceFile(
  path: string,
  name: string,
): Promise<{ file: EvidenceFile; archivable: ArchivableFile }> {
  let bytes: Uint8Array
  try {
    const found = await stat(path)
    if (found.isDirectory()) throw new AppError('bad_input', `"${name}" is a folder; choose a file in it.`)
    if (found.size > MOST_BYTES)
      throw new AppError('bad_input', `"${name}" is larger than 512 MB; attach a smaller copy of it.`)
    if (found.size === 0) throw new AppError('bad_input', `"${name}" is empty; choose another file.`)
    bytes = await readFile(path)
  } catch (error) {
    throw error instanceof AppError ? error : fileProblem(name, error)
  }
  const mediaType = mediaTypeOf(bytes)
  const sha256 = createHash('sha256').update(bytes).digest('hex')
  const facts = mediaType.startsWith('image/')
    ? await photoFacts(bytes)
    : { position: null, bearingDegrees: null, takenAt: null }
  return {
    file: { fileName: name.slice(0, 255), sha256, byteLength: bytes.length, mediaType, ...facts },
    archivable: await readArchivable(path, name, sha256),
  }
}
