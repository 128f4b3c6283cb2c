/**
 * The sRGB colour space (IEC 61966-2-1) as an ICC profile of version 4.2: three primaries and one parametric curve,
 * adapted to D50. Archival PDF wants the meaning of its colours inside the file.
 */
export function srgbProfile(): Uint8Array {
  const curve = tagData('para', [u16(3), u16(0), ...[2.4, 1 / 1.055, 0.055 / 1.055, 1 / 12.92, 0.04045].map(s15)])
  const tags: readonly (readonly [string, Uint8Array])[] = [
    ['desc', localized('sRGB')],
    ['cprt', localized('No copyright, use freely')],
    ['wtpt', xyz(0.9642, 1, 0.8249)],
    [
      'chad',
      tagData('sf32', [1.04788, 0.02292, -0.05022, 0.02959, 0.99048, -0.01707, -0.00925, 0.01508, 0.75168].map(s15)),
    ],
    ['rXYZ', xyz(0.43607, 0.22249, 0.01392)],
    ['gXYZ', xyz(0.38515, 0.71687, 0.09708)],
    ['bXYZ', xyz(0.14307, 0.06061, 0.7141)],
    ['rTRC', curve],
    ['gTRC', curve],
    ['bTRC', curve],
  ]
  return assemble(tags)
}

const HEADER_LENGTH = 128

function assemble(tags: readonly (readonly [string, Uint8Array])[]): Uint8Array {
  const tableLength = 4 + tags.length * 12
  const placed = new Map<Uint8Array, number>()
  let end = HEADER_LENGTH + tableLength
  for (const [, data] of tags) {
    if (placed.has(data)) continue
    placed.set(data, end)
    end += data.length
  }
  const table = tags.flatMap(([name, data]) => [ascii(name), u32(placed.get(data) ?? 0), u32(data.length)])
  const header = [
    u32(end),
    u32(0),
    u32(0x04200000),
    ascii('mntr'),
    ascii('RGB '),
    ascii('XYZ '),
    // A fixed date, 1 January 2000, so that equal memos are equal bytes.
    ...[2000, 1, 1, 0, 0, 0].map(u16),
    ascii('acsp'),
    ...[0, 0, 0, 0, 0, 0, 0].map(u32),
    ...[0.9642, 1, 0.8249].map(s15),
    new Uint8Array(HEADER_LENGTH - 80),
  ]
  return join([...header, u32(tags.length), ...table, ...placed.keys()])
}

/** Type signature, four zero bytes, the data, padded to a multiple of four. */
function tagData(type: string, parts: readonly Uint8Array[]): Uint8Array {
  const data = join([ascii(type), u32(0), ...parts])
  return join([data, new Uint8Array((4 - (data.length % 4)) % 4)])
}

function xyz(x: number, y: number, z: number): Uint8Array {
  return tagData('XYZ ', [x, y, z].map(s15))
}

function localized(text: string): Uint8Array {
  const utf16 = join(Array.from(text, (character) => u16(character.charCodeAt(0))))
  return tagData('mluc', [u32(1), u32(12), ascii('enUS'), u32(utf16.length), u32(28), utf16])
}

function ascii(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0))
}

function u16(value: number): Uint8Array {
  return Uint8Array.of(value >> 8, value & 255)
}

function u32(value: number): Uint8Array {
  return Uint8Array.of(value >>> 24, (value >>> 16) & 255, (value >>> 8) & 255, value & 255)
}

/** Signed fixed point with 16 fractional bits. */
function s15(value: number): Uint8Array {
  return u32(Math.round(value * 65_536) >>> 0)
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const joined = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    joined.set(part, at)
    at += part.length
  }
  return joined
}
