import type { IncomingMessage, ServerResponse } from 'node:http'
import * as z from 'zod'
import type { WireResult } from '../../shared/contract/errors.ts'
import type { Dispatch } from '../host/dispatcher.ts'
import type { FileGrants } from '../host/file-grants.ts'
import { guardApiRequest, guardSession, single } from './api-guard.ts'
import { sendDownload } from './downloads.ts'
import type { EventStreams } from './event-streams.ts'
import type { HttpLimits } from './http-limits.ts'
import { readJson } from './read-json.ts'
import { Refusal, sendBytes, sendJson } from './replies.ts'
import { type Sessions, sameToken } from './session.ts'
import { receiveUpload } from './uploads.ts'

export interface ApiOptions {
  /** Our origin. */
  readonly url: string
  readonly sessions: Sessions
  readonly controlToken: string
  readonly dispatch: Dispatch
  readonly streams: EventStreams
  readonly grants: FileGrants
  readonly limits: HttpLimits
  newLaunchUrl(): string
}

type Route = (request: IncomingMessage, response: ServerResponse) => Promise<void>

const launchInput = z.strictObject({ launch: z.string().max(200) })
const callInput = z.strictObject({ method: z.string().max(100), input: z.unknown() })
const noInput = z.strictObject({})

/** Answers everything under /api. A refusal is thrown, before anything of the request has had an effect. */
export function createApi(
  options: ApiOptions,
): (request: IncomingMessage, response: ServerResponse, urlPath: string) => Promise<void> {
  const { url, sessions, controlToken, dispatch, streams, grants, limits, newLaunchUrl } = options

  const body = async <T>(request: IncomingMessage, response: ServerResponse, schema: z.ZodType<T>): Promise<T> => {
    const given = await readJson(request, response, { maxBytes: limits.bodyBytes, timeoutMs: limits.bodyTimeoutMs })
    const parsed = schema.safeParse(given)
    if (!parsed.success) throw new Refusal(400, 'bad_input', 'The call is not in the form that this address takes.')
    return parsed.data
  }

  const routes: Readonly<Record<string, Route>> = {
    '/api/session': async (request, response) => {
      const { launch } = await body(request, response, launchInput)
      const bearer = sessions.redeem(launch)
      if (bearer === null)
        throw new Refusal(
          403,
          'forbidden',
          'This link was used before or is older than a minute; press Enter in the terminal where Switchyard runs, or run "npm start" again, to get a new one.',
        )
      sendJson(response, 200, { bearer })
    },
    '/api/call': async (request, response) => {
      guardSession(request, sessions)
      const { method, input } = await body(request, response, callInput)
      sendResult(response, await dispatch(method, input))
    },
    '/api/events': async (request, response) => {
      guardSession(request, sessions)
      await body(request, response, noInput)
      streams.add(response)
    },
    '/api/uploads': async (request, response) => {
      guardSession(request, sessions)
      request.setTimeout(limits.uploadIdleMs)
      sendJson(response, 200, await receiveUpload(request, response, grants))
      request.setTimeout(0)
    },
    '/api/files': async (request, response) => {
      guardSession(request, sessions)
      await sendDownload(response, await body(request, response, z.unknown()), grants)
    },
    /** Another window of a page that is open, or a second start of the app by the same user. */
    '/api/launch': async (request, response) => {
      const bearer = single(request, 'authorization')?.replace(/^Bearer /, '') ?? ''
      if (!sameToken(bearer, controlToken)) guardSession(request, sessions)
      await body(request, response, noInput)
      sendJson(response, 200, { launchUrl: newLaunchUrl() })
    },
  }

  return async (request, response, urlPath) => {
    guardApiRequest(request, url, urlPath === '/api/uploads' ? 'application/octet-stream' : 'application/json')
    const route = Object.hasOwn(routes, urlPath) ? routes[urlPath] : undefined
    if (!route) throw new Refusal(404, 'not_found', 'Switchyard has no such address.')
    await route(request, response)
  }
}

/** Bytes go as they are: as JSON, the columns of 100,000 sites would be several times as large. */
function sendResult(response: ServerResponse, result: WireResult): void {
  if (result.ok && result.value instanceof Uint8Array)
    sendBytes(response, 200, 'application/octet-stream', result.value)
  else sendJson(response, 200, result)
}
