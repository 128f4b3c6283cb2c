import { zipSync } from 'fflate'

/** The same parts give the same bytes, whenever they are zipped. */
const FIXED_TIME = new Date(1980, 0, 1)

export function zipParts(parts: Readonly<Record<string, Uint8Array>>): Uint8Array {
  return zipSync(
    Object.fromEntries(Object.entries(parts).map(([name, bytes]) => [name, [bytes, { mtime: FIXED_TIME }]])),
  )
}
