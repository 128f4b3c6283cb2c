import { AppError } from '../../../shared/contract/errors.ts'
import { isPrivateName } from './private-address.ts'

/** An address of online tiles that was looked at. */
export interface TileTemplate {
  readonly template: string
  readonly host: string
  /** By the ending: .pbf and .mvt are vector tiles. */
  readonly kind: 'raster' | 'vector'
}

const REFUSAL = 'was not added:'

/**
 * Looks at an address with {z}, {x} and {y}: https alone, on the internet, without a user name, on the usual port.
 * @throws AppError bad_input with one sentence.
 */
export function readTemplate(text: string): TileTemplate {
  const template = text.trim()
  const refuse = (why: string) => new AppError('bad_input', `The address ${REFUSAL} ${why}.`)
  for (const name of ['z', 'x', 'y'])
    if (template.split(`{${name}}`).length !== 2) throw refuse(`it must hold {z}, {x} and {y}, each once`)
  const filled = tileUrl(template, { z: 0, x: 0, y: 0 })
  if (/[{}]/.test(filled)) throw refuse('apart from {z}, {x}, {y}, {s} and {r} it may hold no braces')
  const url = URL.parse(filled)
  if (url === null) throw refuse('it is not a web address')
  if (url.protocol !== 'https:') throw refuse('it must begin with https://')
  if (url.username !== '' || url.password !== '') throw refuse('it holds a user name or password')
  if (url.port !== '') throw refuse('it names a port; only the usual one of https is used')
  if (/\{[zxy]\}/.test(template.slice(0, template.indexOf('/', 'https://'.length))))
    throw refuse('its host must not depend on the tile')
  if (isPrivateName(url.hostname)) throw refuse('it leads to this computer or its own network')
  return { template, host: url.hostname, kind: /\.(pbf|mvt)$/i.test(url.pathname) ? 'vector' : 'raster' }
}

/** The address of one tile. Servers that spread over {s} answer the same under each of its letters. */
export function tileUrl(template: string, { z, x, y }: { z: number; x: number; y: number }): string {
  return template
    .replace('{z}', String(z))
    .replace('{x}', String(x))
    .replace('{y}', String(y))
    .replaceAll('{s}', 'a')
    .replaceAll('{r}', '')
}
