import { readFile } from 'node:fs/promises'
import { mediaTypeOf } from '../evidence/media-type.ts'
import { photoFacts } from '../evidence/photo-facts.ts'
import type { Importer, Recognised } from './importer.ts'
import type { SourceFile } from './source/source-file.ts'

/** Most bytes of a photo that are read for its tags. */
const MOST_PHOTO_BYTES = 64 * 1024 * 1024

/**
 * A document or photo. It holds no rows, so importing it changes nothing: it is kept with a site as evidence, which the
 * person says.
 */
export const documentImporter: Importer = {
  id: 'document',
  recognise: async (source) => (source.content === 'pdf' || source.content === 'image' ? recognised(source) : null),
}

async function recognised(source: SourceFile): Promise<Recognised> {
  const mediaType = mediaTypeOf(source.head)
  const facts =
    source.content === 'image' && source.byteLength <= MOST_PHOTO_BYTES
      ? await photoFacts(await readFile(source.path))
      : { position: null, bearingDegrees: null, takenAt: null }
  const taken = facts.takenAt === null ? '' : `, taken ${facts.takenAt}`
  return {
    format: 'document',
    kind: 'document',
    title: source.content === 'pdf' ? 'PDF document' : `Photo${taken}`,
    dataSetName: source.name,
    attribution: '',
    asOf: null,
    notes: ['A document is kept with a site: choose the site, or attach it under Sources in the site’s panel.'],
    stage: async () => ({
      records: 1,
      accepted: 0,
      rejected: [],
      rejectedCount: 0,
      summary: {
        media_type: mediaType,
        ...(facts.position === null ? {} : { ...facts.position }),
        ...(facts.bearingDegrees === null ? {} : { bearing_degrees: facts.bearingDegrees }),
        ...(facts.takenAt === null ? {} : { taken_at: facts.takenAt }),
      },
      difference: () => ({ added: 0, updated: 0, unchanged: 0, removed: 0 }),
      commit: () => {},
      drop: () => {},
    }),
  }
}
