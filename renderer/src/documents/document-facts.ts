import type { SiteEvidence } from '../../../shared/contract/evidence.ts'
import { siteField } from '../../../shared/domain/site/site-fields.ts'
import { formatDateTime } from '../../../shared/format/format-date.ts'

const KINDS: Readonly<Record<string, string>> = {
  'application/pdf': 'PDF',
  'application/octet-stream': 'File',
}

const WINDS = ['north', 'north-east', 'east', 'south-east', 'south', 'south-west', 'west', 'north-west'] as const

/** What is known of a document, a phrase each: kind and size, what it vouches for, where and when it was taken. */
export function documentFacts(document: SiteEvidence): string[] {
  const { mediaType, byteLength, field, position, bearingDegrees, takenAt, author, addedAt } = document
  const kind = KINDS[mediaType] ?? `${mediaType.replace('image/', '').toUpperCase()} photo`
  return [
    `${kind}, ${sizeText(byteLength)}`,
    ...(field === null ? [] : [`for ${siteField(field).label.toLowerCase()}`]),
    ...(takenAt === null ? [] : [`taken ${takenAt}`]),
    ...(position === null ? [] : [`at ${position.latitude.toFixed(5)}, ${position.longitude.toFixed(5)}`]),
    ...(bearingDegrees === null
      ? []
      : [`looking ${WINDS[Math.round(bearingDegrees / 45) % 8]} (${Math.round(bearingDegrees)}°)`]),
    `by ${author}, ${formatDateTime(addedAt)}`,
  ]
}

function sizeText(bytes: number): string {
  if (bytes < 1_000) return `${bytes} bytes`
  return bytes < 1_000_000 ? `${Math.round(bytes / 1_000)} kB` : `${(bytes / 1_000_000).toFixed(1)} MB`
}
