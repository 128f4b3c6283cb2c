import type { IncomingMessage, ServerResponse } from 'node:http'
import type { GrantedFile } from '../../shared/contract/app.ts'
import { AppError } from '../../shared/contract/errors.ts'
import type { FileGrants } from '../host/file-grants.ts'
import { single } from './api-guard.ts'
import { Refusal } from './replies.ts'

/**
 * Takes in the file that is a request's body, as it comes and without holding more than a piece of it. An upload that
 * breaks off or grows too large leaves nothing behind.
 * @throws Refusal 400 without a usable `X-File-Name` header (percent-encoded), 413 past the limit, 507 for a full disk.
 */
export async function receiveUpload(
  request: IncomingMessage,
  response: ServerResponse,
  grants: FileGrants,
): Promise<GrantedFile> {
  const name = decodeName(single(request, 'x-file-name'))
  if (name === null) throw new Refusal(400, 'bad_input', 'An upload needs the name of its file.')
  if (Number(request.headers['content-length'] ?? 0) > grants.limitBytes)
    throw new Refusal(413, 'bad_input', `"${name}" is larger than can be read; split it and try again.`)
  if (request.headers.expect !== undefined) response.writeContinue()
  const { grant, receipt } = grants.begin(name)
  try {
    for await (const piece of request) await receipt.write(piece as Buffer)
    if (!request.complete) throw new Refusal(400, 'bad_input', `"${name}" was broken off; choose it again.`)
    return await grants.finish(grant)
  } catch (error) {
    await grants.abandon(grant)
    if (error instanceof AppError) throw new Refusal(error.code === 'disk' ? 507 : 413, error.code, error.message)
    if (error instanceof Refusal) throw error
    throw new Refusal(400, 'bad_input', `"${name}" was broken off; choose it again.`)
  }
}

function decodeName(header: string | undefined): string | null {
  if (header === undefined || header.length > 2_000) return null
  try {
    return decodeURIComponent(header).slice(0, 255)
  } catch {
    return null
  }
}
