import type { EvidenceFile } from './evidence-file.ts'

type PhotoFacts = Pick<EvidenceFile, 'position' | 'bearingDegrees' | 'takenAt'>

const NOTHING: PhotoFacts = { position: null, bearingDegrees: null, takenAt: null }

/** Where a photo was taken, which way the camera looked, and when, as far as the camera wrote it down. */
export async function photoFacts(bytes: Uint8Array): Promise<PhotoFacts> {
  let tags: Record<string, unknown> | undefined
  try {
    const { default: exifr } = await import('exifr')
    tags = await exifr.parse(bytes, { gps: true, exif: true, tiff: true, reviveValues: false })
  } catch {
    // A photo without readable tags is a photo all the same.
    return NOTHING
  }
  if (!tags) return NOTHING
  const latitude = within(tags['latitude'], -90, 90)
  const longitude = within(tags['longitude'], -180, 180)
  return {
    // Cameras without a fix write 0, 0, which is open sea.
    position:
      latitude === null || longitude === null || (latitude === 0 && longitude === 0) ? null : { latitude, longitude },
    bearingDegrees: within(tags['GPSImgDirection'], 0, 360),
    takenAt: takenAt(tags['DateTimeOriginal']),
  }
}

function within(value: unknown, least: number, most: number): number | null {
  return typeof value === 'number' && value >= least && value <= most ? value : null
}

function takenAt(value: unknown): string | null {
  const match = typeof value === 'string' ? /^(\d{4}):(\d{2}):(\d{2}) (\d{2}:\d{2})/.exec(value) : null
  return match ? `${match[1]}-${match[2]}-${match[3]} ${match[4]}` : null
}
