import type { IncomingMessage } from 'node:http'
import { Refusal } from './replies.ts'
import type { Sessions } from './session.ts'

/**
 * Refuses a request that was not sent to exactly this host: a name that an attacker points at 127.0.0.1 (DNS
 * rebinding) still says its own name here.
 */
export function guardHost(request: IncomingMessage, authority: string): void {
  const hosts = request.headersDistinct['host']
  if (hosts?.length !== 1 || hosts[0] !== authority)
    throw new Refusal(421, 'forbidden', 'Switchyard answers only under the address that it printed at its start.')
}

/** Refuses what no page of ours would send to the API: another method, a foreign or missing origin, another body. */
export function guardApiRequest(request: IncomingMessage, origin: string, contentType: string): void {
  if (request.method !== 'POST')
    throw new Refusal(405, 'forbidden', 'This address answers POST alone.', { allow: 'POST' })
  if (single(request, 'origin') !== origin)
    throw new Refusal(403, 'forbidden', "Only Switchyard's own page may ask this.")
  const site = request.headersDistinct['sec-fetch-site']
  if (site !== undefined && (site.length !== 1 || site[0] !== 'same-origin'))
    throw new Refusal(403, 'forbidden', "Only Switchyard's own page may ask this.")
  // A body of another type could come from a form of any site; exactly this one makes a browser ask first.
  if (single(request, 'content-type') !== contentType)
    throw new Refusal(415, 'bad_input', `This address takes ${contentType} alone.`)
}

export function guardSession(request: IncomingMessage, sessions: Sessions): void {
  if (!sessions.accepts(single(request, 'authorization')))
    throw new Refusal(
      401,
      'forbidden',
      'This page is no longer connected, as Switchyard was started anew; press Enter in the terminal where it runs, or run "npm start" again, to open a new one.',
    )
}

/** A header that came exactly once; one sent twice may be read differently by each reader, and so counts as none. */
export function single(request: IncomingMessage, name: string): string | undefined {
  const values = request.headersDistinct[name]
  return values?.length === 1 ? values[0] : undefined
}
