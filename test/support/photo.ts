interface PhotoTags {
  readonly latitude: number
  readonly longitude: number
  readonly bearingDegrees: number
  /** As cameras write it: `2026:07:01 14:30:00`. */
  readonly takenAt: string
}

/** The smallest JPEG that a camera could have written: tags of place, direction and time, and no picture. */
export function photo({ latitude, longitude, bearingDegrees, takenAt }: PhotoTags): Uint8Array {
  const tiff = Buffer.alloc(400)
  tiff.write('II*\0', 0, 'latin1')
  tiff.writeUInt32LE(8, 4)
  let free = 150
  const rationals = (values: readonly number[]): number => {
    const at = free
    for (const value of values) {
      tiff.writeUInt32LE(Math.round(value * 1_000_000), free)
      tiff.writeUInt32LE(1_000_000, free + 4)
      free += 8
    }
    return at
  }
  const text = (value: string): number => {
    const at = free
    free += tiff.write(`${value}\0`, free, 'latin1')
    return at
  }
  const directory = (
    at: number,
    entries: readonly (readonly [tag: number, type: number, count: number, value: number])[],
  ) => {
    tiff.writeUInt16LE(entries.length, at)
    entries.forEach(([tag, type, count, value], index) => {
      const entry = at + 2 + 12 * index
      tiff.writeUInt16LE(tag, entry)
      tiff.writeUInt16LE(type, entry + 2)
      tiff.writeUInt32LE(count, entry + 4)
      tiff.writeUInt32LE(value, entry + 8)
    })
  }
  const degrees = (value: number) => {
    const whole = Math.floor(Math.abs(value))
    return [whole, Math.floor((Math.abs(value) - whole) * 60), (((Math.abs(value) - whole) * 60) % 1) * 60]
  }
  const [ascii, long, rational] = [2, 4, 5]
  directory(8, [
    [0x8769, long, 1, 40],
    [0x8825, long, 1, 60],
  ])
  directory(40, [[0x9003, ascii, 20, text(takenAt)]])
  directory(60, [
    [1, ascii, 2, (latitude < 0 ? 'S' : 'N').charCodeAt(0)],
    [2, rational, 3, rationals(degrees(latitude))],
    [3, ascii, 2, (longitude < 0 ? 'W' : 'E').charCodeAt(0)],
    [4, rational, 3, rationals(degrees(longitude))],
    [16, ascii, 2, 'T'.charCodeAt(0)],
    [17, rational, 1, rationals([bearingDegrees])],
  ])
  const segment = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff])
  const header = Buffer.alloc(6)
  header.writeUInt16BE(0xffd8, 0)
  header.writeUInt16BE(0xffe1, 2)
  header.writeUInt16BE(segment.length + 2, 4)
  return Buffer.concat([header, segment, Buffer.from([0xff, 0xd9])])
}
