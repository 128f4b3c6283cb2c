import { AppError } from '../../../shared/contract/errors.ts'
import { PREVIEW_BYTES } from '../../../shared/contract/evidence.ts'
import type { Db } from '../db/database.ts'
import { readEvidenceContent } from './read-evidence-content.ts'

/** The bytes of an attached file that is small enough for a page to show. @throws AppError 'bad_input' for a larger one. */
export function readPreview(db: Db, evidenceId: string): Uint8Array<ArrayBuffer> {
  const { name, bytes } = readEvidenceContent(db, evidenceId)
  if (bytes.length > PREVIEW_BYTES)
    throw new AppError('bad_input', `"${name}" is too large to be shown here; save it and open the file.`)
  return bytes
}
