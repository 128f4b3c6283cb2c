import type { IncomingMessage, ServerResponse } from 'node:http'
import { Refusal } from './replies.ts'

export interface BodyLimits {
  readonly maxBytes: number
  readonly timeoutMs: number
}

/**
 * The JSON value of a request's body.
 * @throws Refusal 413 for one that is too large, 408 for one that comes too slowly, 400 for one that is not JSON.
 */
export async function readJson(
  request: IncomingMessage,
  response: ServerResponse,
  { maxBytes, timeoutMs }: BodyLimits,
): Promise<unknown> {
  const tooLarge = new Refusal(413, 'bad_input', `A call may carry at most ${maxBytes.toLocaleString('en-US')} bytes.`)
  if (Number(request.headers['content-length'] ?? 0) > maxBytes) throw tooLarge
  if (request.headers.expect !== undefined) response.writeContinue()
  const pieces: Buffer[] = []
  let size = 0
  await new Promise<void>((resolve, reject) => {
    const timer = setTimeout(
      () => reject(new Refusal(408, 'bad_input', 'The call did not arrive in time; try again.')),
      timeoutMs,
    )
    const stop = (settle: () => void) => {
      clearTimeout(timer)
      settle()
    }
    request.on('data', (piece: Buffer) => {
      size += piece.length
      if (size > maxBytes) {
        request.pause()
        stop(() => reject(tooLarge))
      } else pieces.push(piece)
    })
    request.on('end', () => stop(resolve))
    request.on('close', () => stop(() => reject(new Refusal(400, 'bad_input', 'The call was broken off.'))))
    request.on('error', () => stop(() => reject(new Refusal(400, 'bad_input', 'The call was broken off.'))))
  })
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(Buffer.concat(pieces)))
  } catch {
    throw new Refusal(400, 'bad_input', 'The call is not JSON in UTF-8.')
  }
}
