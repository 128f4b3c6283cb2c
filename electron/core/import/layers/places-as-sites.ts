import { AppError } from '../../../../shared/contract/errors.ts'
import { PLACES_FORMAT } from '../../../../shared/contract/map-readings.ts'
import { plainText } from '../../documents/plain-text.ts'
import { columnKey } from '../column-key.ts'
import type { CsvRow } from '../csv-parser.ts'
import type { CsvBatch, CsvTable } from '../csv-table.ts'
import type { Importer } from '../importer.ts'
import { sitesCsv } from '../layouts/sites-csv.ts'
import { recognisedSites } from '../site-importers.ts'
import { refusal } from '../source/refusal.ts'
import type { SourceFile } from '../source/source-file.ts'
import { geometryFigures } from './geometry-figures.ts'
import type { LayerFeature } from './layer-feature.ts'
import { openLayer } from './layer-importers.ts'

/** Most places that become sites in one go: they are held in memory for their columns to be known. */
const MOST_PLACES = 100_000
const BATCH = 500
const OWN_KEYS = new Set(['latitude', 'longitude'])

/**
 * The places of a map as sites: a point where it lies, anything else at the middle of its box, and what its attributes
 * mean as in any list of sites. Taken when it is asked for alone, since most maps are to be looked at.
 */
export const placesAsSites: Importer = {
  id: PLACES_FORMAT,
  recognise: async () => null,
  async force(source) {
    const table = await placesTable(source)
    return { ...recognisedSites(sitesCsv, table), format: PLACES_FORMAT, title: 'Places of a map, as sites' }
  },
}

async function placesTable(source: SourceFile): Promise<CsvTable> {
  const { path, name, sha256, byteLength, modifiedMs } = source
  const features = await readFeatures(source)
  const names = [...new Set(features.flatMap(({ attributes }) => Object.keys(attributes)))].filter(
    (each) => !OWN_KEYS.has(columnKey(each)),
  )
  const rows = features.map((feature): CsvRow => {
    const cells = names.map((each) => cellText(feature.attributes[each] ?? null))
    return { rowNumber: feature.row, cells: [...cells, ...middleOf(feature)] }
  })
  async function* batches(): AsyncGenerator<CsvBatch, void, undefined> {
    for (let from = 0; from < rows.length; from += BATCH) yield { rows: rows.slice(from, from + BATCH), bytesRead: 0 }
    yield { rows: [], bytesRead: byteLength }
  }
  return {
    file: { path, name, sha256, byteLength, encoding: 'utf-8', modifiedMs },
    header: [...names, 'latitude', 'longitude'],
    delimiter: ',',
    batches,
  }
}

async function readFeatures(source: SourceFile): Promise<LayerFeature[]> {
  const opened = await openLayer(source)
  if (!opened) throw refusal(source)
  const features: LayerFeature[] = []
  try {
    for await (const event of opened.events) {
      if (event.type === 'feature') features.push(event.feature)
      if (features.length > MOST_PLACES)
        throw new AppError(
          'bad_input',
          `"${source.name}" holds more than 100,000 places, the most that become sites in one go; split it and import the parts.`,
        )
    }
  } finally {
    opened.close?.()
  }
  return features
}

/** Latitude and longitude as cells; empty where there is no place in the world. */
function middleOf({ geometry }: LayerFeature): [string, string] {
  if (geometry?.type === 'Point') return [String(geometry.coordinates[1]), String(geometry.coordinates[0])]
  const figures = geometry && geometryFigures(geometry)
  if (figures === null || typeof figures === 'string') return ['', '']
  const [west, south, east, north] = figures.box
  return [String((south + north) / 2), String((west + east) / 2)]
}

function cellText(value: string | number | boolean | null): string {
  if (value === null) return ''
  return typeof value === 'string' ? plainText(value) : String(value)
}
