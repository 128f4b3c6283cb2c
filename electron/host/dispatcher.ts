import type * as z from 'zod'
import { type Method, methodDef } from '../../shared/contract/contract.ts'
import { AppError, type ErrorCode, type WireResult } from '../../shared/contract/errors.ts'
import type { Core, GrantedPath } from '../core/client.ts'
import type { FileGrants } from './file-grants.ts'
import type { HostHandlers } from './host-handlers.ts'
import type { Log } from './log.ts'

export interface DispatcherOptions {
  readonly core: Core
  readonly host: HostHandlers
  readonly grants: FileGrants
  readonly log: Log
}

/** Answers one call of a page, whatever is asked and whatever goes wrong; it never rejects. */
export type Dispatch = (method: string, input: unknown) => Promise<WireResult>

/**
 * The one way from a transport to the methods: name, input and output are checked against the contract here. It also
 * grants each document that a job has made, so create it before the transport starts to pass events on: a page that
 * hears of a document can then fetch it.
 */
export function createDispatcher({ core, host, grants, log }: DispatcherOptions): Dispatch {
  core.onEvent((event) => {
    if (event.type === 'job' && event.job.state === 'done' && event.job.result?.type === 'file')
      grants.grantMade(event.job.result)
  })
  return async (method, input) => {
    const def = methodDef(method)
    if (!def) return refusal('unknown_method', `Switchyard has no method "${method.slice(0, 80)}".`)
    const parsed = def.input.safeParse(input)
    if (!parsed.success) return refusal('bad_input', `"${method}" was not carried out: ${firstIssue(parsed.error)}.`)
    try {
      const value =
        def.kind === 'host'
          ? await (host[method as keyof HostHandlers] as (given: unknown) => unknown)(parsed.data)
          : await core.call(method as Method, parsed.data, grantedPaths(parsed.data, grants))
      return { ok: true, value: def.output.parse(value) }
    } catch (error) {
      if (error instanceof AppError) return refusal(error.code, error.message)
      log.error(grants.hidePaths(`${method} failed:`), scrubbed(error, grants))
      return refusal(
        'internal',
        `An internal error stopped "${method}"; try again, and if it stays so, look into switchyard.log in Switchyard's data folder.`,
      )
    }
  }
}

/** The files behind the grants that an input names. */
function grantedPaths(input: unknown, grants: FileGrants): Readonly<Record<string, GrantedPath>> {
  const grant = typeof input === 'object' && input !== null && 'grant' in input ? input.grant : undefined
  return typeof grant === 'string' ? { [grant]: grants.resolve(grant) } : {}
}

function refusal(code: ErrorCode, message: string): WireResult {
  return { ok: false, error: { code, message: message.slice(0, 2_000) } }
}

function firstIssue(error: z.ZodError): string {
  const issue = error.issues[0]
  const place = issue?.path.map(String).join('.') ?? ''
  const what = (issue?.message ?? 'the input is not understood').replace(/\.$/, '').slice(0, 400)
  return place === '' ? what : `${place.slice(0, 120)}: ${what}`
}

function scrubbed(error: unknown, grants: FileGrants): string {
  return grants.hidePaths(error instanceof Error ? (error.stack ?? error.message) : String(error))
}
