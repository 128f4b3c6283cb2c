import { strToU8, unzipSync, zipSync } from 'fflate'
import type { SeedFile } from './seed-files.ts'

/** Numbers from 0 to 1. */
type Random = () => number

const TOKENS = [
  ...['"', "'", '\0', '\r', '\n', '\r\n', ',', ';', '\t', '\ufeff', '\ufffe', '\u001e', '\ud800', 'é', '\u202e', '%s'],
  ...['=1+1', '@SUM(A1)', 'NaN', '-Infinity', '1e999', '-1', '0x10', '9'.repeat(400), '1,5', '1.2.3', '--', '245 MW'],
  ...[
    '<',
    '>',
    ']]>',
    '<![CDATA[',
    '<!--',
    '<!DOCTYPE x [<!ENTITY a "b">]>',
    '&a;',
    '&#x110000;',
    '&#0;',
    '<row',
    '</c>',
  ],
  ...['{', '}', '[', ']', '[[[[', 'null', 'true', '"type":', '{"__proto__":{"a":1}}', '"coordinates":[]', '\\u0000'],
  ...['1900-01-01', '2/30/2022', '12/31/9999', '0000-00-00', '24:00', '25:61', '1/1/49', '11/06/2022 01:30'],
  ...[
    'POLYGON ((',
    '))',
    'EMPTY',
    'EPSG:999999',
    'PK\x05\x06',
    'PK\x01\x02',
    '%PDF-',
    'SQLite format 3\0',
    '../',
    'é'.repeat(90),
  ],
]
const EXTENSIONS = ['csv', 'xlsx', 'json', 'zip', 'kml', 'kmz', 'gpkg', 'gpx', 'pdf', 'jpg', 'xls', 'txt', '']

/** A file made from others by a few seeded changes: what breaks on the way, is cut off, glued together, or made up. */
export function mutateFile(seeds: readonly SeedFile[], random: Random): SeedFile {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(random() * from.length)] as T
  const seed = pick(seeds)
  const at = (bytes: Uint8Array) => Math.floor(random() * (bytes.length + 1))
  const join = (...parts: Uint8Array[]) => new Uint8Array(Buffer.concat(parts))
  const change = (bytes: Uint8Array): Uint8Array => {
    const [from, to] = [at(bytes), at(bytes)].sort((a, b) => a - b) as [number, number]
    switch (Math.floor(random() * 10)) {
      case 0:
        return bytes.subarray(0, from)
      case 1:
        return join(bytes.subarray(0, from), bytes.subarray(to))
      case 2:
        return join(bytes.subarray(0, to), bytes.subarray(from))
      case 3: {
        const other = pick(seeds).bytes
        return join(bytes.subarray(0, from), other.subarray(at(other)))
      }
      case 4: {
        const changed = bytes.slice()
        for (let count = 1 + random() * 20; count > 0; count -= 1) changed[at(changed)] = Math.floor(random() * 256)
        return changed
      }
      case 5: {
        // The last bytes of an archive say where everything in it is.
        const changed = bytes.slice()
        for (let count = 1 + random() * 6; count > 0; count -= 1)
          changed[changed.length - 1 - Math.floor(random() * 120)] = Math.floor(random() * 256)
        return changed
      }
      case 6: {
        const text = Buffer.from(bytes).toString('latin1')
        const digits = [...text.matchAll(/-?\d[\d.]*/g)]
        const found = digits.length > 0 ? pick(digits) : undefined
        const start = found?.index ?? 0
        return join(bytes.subarray(0, start), strToU8(pick(TOKENS)), bytes.subarray(start + (found?.[0].length ?? 0)))
      }
      case 7:
        return join(...Array.from({ length: 2 + Math.floor(random() * 30) }, () => bytes)).subarray(0, 400_000)
      case 8:
        return join(bytes.subarray(0, from), strToU8(pick(TOKENS).repeat(1 + random() * 5_000)), bytes.subarray(from))
      default:
        return join(bytes.subarray(0, from), strToU8(pick(TOKENS)), bytes.subarray(from))
    }
  }
  const changed = (bytes: Uint8Array) => {
    let result = bytes
    for (let count = Math.floor(random() * 4); count >= 0; count -= 1) result = change(result)
    return result
  }
  const base = seed.name.replace(/\.\w*$/, '')
  const name = random() < 0.2 ? `${base}.${pick(EXTENSIONS)}` : seed.name
  return { name, bytes: (random() < 0.6 ? repacked(seed.bytes, changed, random) : null) ?? changed(seed.bytes) }
}

/** A sound archive one of whose parts is changed, lost, twice there, or under another name; null for what is none. */
function repacked(bytes: Uint8Array, change: (part: Uint8Array) => Uint8Array, random: Random): Uint8Array | null {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return null
  const parts: Record<string, Uint8Array> = unzipSync(bytes)
  const names = Object.keys(parts)
  const name = names[Math.floor(random() * names.length)]
  if (name === undefined) return null
  const part = parts[name] ?? new Uint8Array()
  const kind = random()
  if (kind < 0.7) parts[name] = change(part)
  else {
    delete parts[name]
    if (kind < 0.8) parts[name.toUpperCase()] = part
    else if (kind < 0.9) parts[`deep/${name}`] = part
  }
  return zipSync(parts, { level: 1 })
}
