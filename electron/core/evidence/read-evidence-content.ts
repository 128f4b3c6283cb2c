import { zstdDecompressSync } from 'node:zlib'
import { AppError } from '../../../shared/contract/errors.ts'
import type { Db } from '../db/database.ts'

/**
 * The bytes of an attached file with its name.
 * @throws AppError 'not_found' where the catalog has no such evidence, or has heard of it and never got its bytes.
 */
export function readEvidenceContent(db: Db, evidenceId: string): { name: string; bytes: Uint8Array<ArrayBuffer> } {
  const found = db
    .prepare(
      `SELECT file ->> 'fileName' AS name, encoding, content FROM evidence
       LEFT JOIN archived_file USING (sha256) WHERE id = ?`,
    )
    .get(evidenceId) as { name: string; encoding: string | null; content: Buffer<ArrayBuffer> | null } | undefined
  if (!found) throw new AppError('not_found', 'This document is no longer in the catalog; look at the site again.')
  if (!found.content)
    throw new AppError(
      'not_found',
      `"${found.name}" was attached in another catalog, and its content is not in this one; ask its author for it.`,
    )
  return {
    name: found.name,
    bytes: found.encoding === 'zstd' ? new Uint8Array(zstdDecompressSync(found.content)) : found.content,
  }
}
