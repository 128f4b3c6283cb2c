import type { Importer, Recognised } from '../importer.ts'
import type { SourceFile } from '../source/source-file.ts'
import { looksLikeGeojson, openGeojson, openGeojsonPart } from './geojson-layer.ts'
import { looksLikeGeopackage, openGeopackage } from './geopackage-layer.ts'
import { openGpx } from './gpx-layer.ts'
import { openKml } from './kml-layer.ts'
import type { OpenedLayer } from './layer-feature.ts'
import { LayerStaging } from './layer-staging.ts'
import { openShapefiles, shpEntries } from './shapefile-layer.ts'
import { looksLikeWkt } from './wkt-geometry.ts'
import { geometryColumn, openGeometryTable, openWktLines } from './wkt-layer.ts'

/** A format of maps: how its files are told, and opened. */
interface LayerFormat {
  readonly id: string
  readonly looksRight: (source: SourceFile) => boolean | Promise<boolean>
  readonly open: (source: SourceFile) => OpenedLayer | Promise<OpenedLayer>
}

const FORMATS: readonly LayerFormat[] = [
  {
    id: 'layer.geojson',
    looksRight: (source) => source.content === 'text' && looksLikeGeojson(headText(source)),
    open: openGeojson,
  },
  {
    id: 'layer.kml',
    looksRight: async (source) =>
      (source.content === 'text' && /<(?:\w+:)?kml[\s>]/.test(headText(source))) ||
      (source.content === 'zip' && (await kmlEntry(source)) !== undefined),
    open: async (source) => openKml(source.name, await kmlText(source)),
  },
  {
    id: 'layer.gpx',
    looksRight: (source) => source.content === 'text' && /<(?:\w+:)?gpx[\s>]/.test(headText(source)),
    open: async (source) => openGpx(source.name, await (await source.text()).all()),
  },
  {
    id: 'layer.shapefile',
    looksRight: async (source) => source.content === 'zip' && shpEntries(await source.zip()).length > 0,
    open: async (source) => openShapefiles(source, await source.zip()),
  },
  {
    id: 'layer.geopackage',
    looksRight: (source) => source.content === 'sqlite' && looksLikeGeopackage(source),
    open: openGeopackage,
  },
  {
    id: 'layer.wkt',
    looksRight: (source) => source.content === 'text' && looksLikeWkt(headText(source)),
    open: openWktLines,
  },
  { id: 'layer.table', looksRight: hasGeometryColumn, open: openGeometryTable },
  // Taken when it is asked for alone: a file that breaks off is to be said, and not to be half read unasked.
  { id: 'layer.geojson-part', looksRight: () => false, open: openGeojsonPart },
]

/** Files of maps, each kept as a reference layer. */
export const layerImporters: readonly Importer[] = FORMATS.map((format) => ({
  id: format.id,
  recognise: async (source) => ((await format.looksRight(source)) ? recognised(format, source) : null),
  ...(format.id === 'layer.geojson-part' ? { force: (source: SourceFile) => recognised(format, source) } : {}),
}))

/** A file of a map, opened by what it is; null for any other. */
export async function openLayer(source: SourceFile): Promise<OpenedLayer | null> {
  for (const format of FORMATS) if (await format.looksRight(source)) return format.open(source)
  return null
}

async function recognised(format: LayerFormat, source: SourceFile): Promise<Recognised> {
  const opened = await format.open(source)
  const notes = opened.notes
  return {
    format: format.id,
    kind: 'layer',
    title: opened.title,
    dataSetName: source.name.slice(0, 200),
    attribution: `Imported from ${source.name}`.slice(0, 300),
    asOf: null,
    notes,
    async stage(context) {
      const staging = new LayerStaging(context.db)
      try {
        let read = 0
        for await (const event of opened.events) {
          read += 1
          if (event.type === 'feature') staging.add(event.feature)
          else staging.reject(event.rejected)
          const turn = context.turn()
          if (turn) await turn
        }
        context.progress(source.byteLength, source.byteLength)
        if (staging.looksSwapped)
          notes.push('All places lie around Antarctica; latitude and longitude may be swapped in the file.')
        return staging.finish(opened.recordCount?.() ?? read, opened.figures?.() ?? {})
      } catch (error) {
        staging.drop()
        throw error
      } finally {
        opened.close?.()
      }
    },
  }
}

/** The first bytes as text; marks of an encoding and of other bytes do not matter to what is looked for. */
function headText(source: SourceFile): string {
  const [first, second] = source.head
  const encoding =
    first === 0xff && second === 0xfe ? 'utf-16le' : first === 0xfe && second === 0xff ? 'utf-16be' : 'utf-8'
  return new TextDecoder(encoding).decode(source.head)
}

async function kmlEntry(source: SourceFile) {
  const { entries } = await source.zip()
  const documents = entries.filter(({ name }) => /\.kml$/i.test(name) && !/(^|\/)(__MACOSX\/|\._)/.test(name))
  return documents.find(({ name }) => !name.includes('/')) ?? documents[0]
}

async function kmlText(source: SourceFile): Promise<string> {
  if (source.content === 'text') return (await source.text()).all()
  const entry = await kmlEntry(source)
  if (!entry) return ''
  const bytes = await (await source.zip()).read(entry)
  const named = /^[^>]*encoding\s*=\s*["']([\w-]+)["']/.exec(
    Buffer.from(bytes.subarray(0, 200)).toString('latin1'),
  )?.[1]
  const isUtf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
  return decoder(isUtf16 ? (bytes[0] === 0xff ? 'utf-16le' : 'utf-16be') : (named ?? 'utf-8')).decode(bytes)
}

function decoder(label: string) {
  try {
    return new TextDecoder(label)
  } catch {
    return new TextDecoder()
  }
}

async function hasGeometryColumn(source: SourceFile): Promise<boolean> {
  if (source.content !== 'text') return false
  const [head] = headText(source).split('\n')
  if (!/wkt|geom|shape|wkb|geojson/i.test(head ?? '')) return false
  const table = await source.csv()
  for await (const { rows } of table.batches())
    for (const { cells } of rows) return geometryColumn(table.header, cells) >= 0
  return false
}
