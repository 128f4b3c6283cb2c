import { createReadStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import type { ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import * as z from 'zod'
import { AppError } from '../../shared/contract/errors.ts'
import { fileGrant } from '../../shared/contract/values.ts'
import { contentType } from '../host/content-type.ts'
import type { FileGrants } from '../host/file-grants.ts'
import { SECURITY_HEADERS } from '../host/security-headers.ts'
import { Refusal } from './replies.ts'

const downloadInput = z.strictObject({ grant: fileGrant })

/**
 * Sends a file that the app made, as an attachment under its own name.
 * @throws Refusal 400 for other input, 404 for a grant of no such file.
 */
export async function sendDownload(response: ServerResponse, input: unknown, grants: FileGrants): Promise<void> {
  const parsed = downloadInput.safeParse(input)
  if (!parsed.success) throw new Refusal(400, 'bad_input', 'A download needs the grant of a document.')
  const file = resolveMade(grants, parsed.data.grant)
  const info = await stat(file.path).catch(() => null)
  if (!info?.isFile())
    throw new Refusal(404, 'not_found', `"${file.name}" is no longer held by Switchyard; make it again.`)
  response.writeHead(200, {
    ...SECURITY_HEADERS,
    'cache-control': 'no-store',
    'content-type': contentType(file.name),
    'content-length': info.size,
    'content-disposition': contentDisposition(file.name),
  })
  // A page that goes away in the middle is no fault of ours.
  await pipeline(createReadStream(file.path), response).catch(() => response.destroy())
}

function resolveMade(grants: FileGrants, grant: string): { path: string; name: string } {
  try {
    return grants.resolveMade(grant)
  } catch (error) {
    if (error instanceof AppError) throw new Refusal(404, error.code, error.message)
    throw error
  }
}

/** RFC 6266: an ASCII name for old readers and the real one, percent-encoded as RFC 8187 has it. */
function contentDisposition(name: string): string {
  const ascii = name.replaceAll(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replaceAll(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
  return `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`
}
