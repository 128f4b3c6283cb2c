import { writeInPlace } from '../write-in-place.ts'
import type { ExportContent, ExportedSite } from './export-content.ts'
import { geojsonAnnotation } from './geojson-annotation.ts'
import { inPieces } from './in-pieces.ts'

/**
 * One FeatureCollection after RFC 7946: longitude before latitude in WGS84, null for a site without a place, and the
 * export's columns as properties; after the sites the drawings, each with the record "annotation".
 */
export async function writeGeojson(outputFile: string, content: ExportContent): Promise<void> {
  await writeInPlace(outputFile, async (handle) => {
    for await (const piece of inPieces(texts(content))) await handle.write(piece)
  })
}

async function* texts(content: ExportContent): AsyncGenerator<string> {
  yield '{"type":"FeatureCollection","features":[\n'
  let between = ''
  for await (const site of content.sites()) {
    yield between + geojsonFeature(site)
    between = ',\n'
  }
  for (const annotation of content.annotations) {
    yield between + geojsonAnnotation(annotation)
    between = ',\n'
  }
  yield '\n]}\n'
}

function geojsonFeature({ row, position }: ExportedSite): string {
  const { latitude: _latitude, longitude: _longitude, ...properties } = row
  const id = row['site_id'] ?? row['code_name']
  return JSON.stringify({
    type: 'Feature',
    ...(id === undefined ? {} : { id }),
    geometry: position === null ? null : { type: 'Point', coordinates: position },
    properties,
  })
}
