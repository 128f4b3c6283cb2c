import type { ServerResponse } from 'node:http'
import type { ErrorCode, WireResult } from '../../shared/contract/errors.ts'
import { SECURITY_HEADERS } from '../host/security-headers.ts'

/** A request that is refused before any method runs: an HTTP status and one sentence. */
export class Refusal extends Error {
  readonly status: number
  readonly code: ErrorCode
  readonly headers: Readonly<Record<string, string>>

  constructor(status: number, code: ErrorCode, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message)
    this.status = status
    this.code = code
    this.headers = headers
  }
}

export function sendJson(
  response: ServerResponse,
  status: number,
  value: unknown,
  headers: Readonly<Record<string, string>> = {},
): void {
  sendBytes(response, status, 'application/json', Buffer.from(JSON.stringify(value)), headers)
}

export function sendBytes(
  response: ServerResponse,
  status: number,
  contentType: string,
  body: Uint8Array,
  headers: Readonly<Record<string, string>> = {},
): void {
  response.writeHead(status, {
    ...SECURITY_HEADERS,
    'cache-control': 'no-store',
    'content-type': contentType,
    'content-length': body.byteLength,
    ...headers,
  })
  response.end(body)
}

/** Answers a refusal in the form of every other answer, and closes the connection: what follows on it is not to be read. */
export function sendRefusal(response: ServerResponse, refusal: Refusal): void {
  const result: WireResult = { ok: false, error: { code: refusal.code, message: refusal.message } }
  sendJson(response, refusal.status, result, { ...refusal.headers, connection: 'close' })
}
