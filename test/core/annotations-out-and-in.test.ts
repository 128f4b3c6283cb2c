import { readFileSync } from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readAnnotations } from '../../electron/core/annotations/read-annotations.ts'
import { openReader } from '../../electron/core/db/open-catalog.ts'
import { exportAnnotations } from '../../electron/core/documents/export-annotations.ts'
import type { Annotation } from '../../shared/contract/annotations.ts'
import type { ImportReport } from '../../shared/contract/jobs.ts'
import type { AnnotationFigure, LonLat } from '../../shared/domain/annotations/annotation-figure.ts'
import type { ExportFormat } from '../../shared/domain/export/export-format.ts'
import { exportTo } from '../support/export-case.ts'
import { hasOgr, OGR_NOTE, ogrLayers } from '../support/ogr.ts'
import { contentOf, type TempCatalog, tempCatalog } from '../support/temp-catalog.ts'
import { tempFolder } from '../support/temp-folder.ts'

const RING: LonLat[] = [
  [-97, 31],
  [-96, 31],
  [-96, 32],
  [-97, 31],
]
const HOLE: LonLat[] = [
  [-96.4, 31.2],
  [-96.3, 31.2],
  [-96.3, 31.3],
  [-96.4, 31.2],
]

const FIGURES: readonly AnnotationFigure[] = [
  { shape: 'point', geometry: { type: 'Point', coordinates: [-97.5, 31.25] }, radiusMetres: null },
  { shape: 'text', geometry: { type: 'Point', coordinates: [-97.4, 31.25] }, radiusMetres: null },
  { shape: 'arrow', geometry: { type: 'LineString', coordinates: RING.slice(0, 3) }, radiusMetres: null },
  { shape: 'polygon', geometry: { type: 'Polygon', coordinates: [RING, HOLE] }, radiusMetres: null },
  { shape: 'polygon', geometry: { type: 'MultiPolygon', coordinates: [[RING], [HOLE]] }, radiusMetres: null },
  { shape: 'circle', geometry: { type: 'Point', coordinates: [-97, 31] }, radiusMetres: 1_500 },
]

async function drawn(): Promise<TempCatalog> {
  const catalog = tempCatalog()
  const { groupId } = await catalog.call['annotations.saveGroup']({ name: 'Option <A>' })
  await catalog.call['annotations.write']({
    create: FIGURES.map((figure, index) => ({
      figure,
      label: `Drawing ${index} <&>`,
      text: `Secret ${index}`,
      category: 'exclusion' as const,
      groupId: index % 2 === 0 ? groupId : null,
      style: {
        strokeColor: '#112233',
        strokeWidthPx: 3,
        strokeOpacity: 0.5,
        dash: 'dotted' as const,
        fillColor: '#445566',
        fillOpacity: 0.25,
        textSizePx: 20,
      },
    })),
  })
  return catalog
}

function listOf(catalog: TempCatalog) {
  const db = openReader(catalog.file)
  try {
    return readAnnotations(db, { limit: 20_000 })
  } finally {
    db.close()
  }
}

async function written(format: 'geojson' | 'kml', profile: 'internal' | 'nda' = 'internal'): Promise<string> {
  const outputFile = path.join(tempFolder(), `out.${format}`)
  await exportAnnotations({ outputFile, format, profile, drawings: listOf(await drawn()) })
  return readFileSync(outputFile, 'utf8')
}

async function take(catalog: TempCatalog, name: string, text: string, dryRun = false): Promise<ImportReport> {
  const job = await catalog.importText(text, { name, dryRun, format: 'annotations' })
  if (job.result?.type !== 'import') throw new Error(job.error?.message ?? 'The import has no report.')
  return job.result
}

const shapeOf = ({ figure, label, text, category, style }: Annotation) => ({ figure, label, text, category, style })

describe('Drawings written as GeoJSON', () => {
  test('come in again as they were', async () => {
    const before = listOf(await drawn()).annotations
    const catalog = tempCatalog()
    expect(await take(catalog, 'option.geojson', await written('geojson'))).toMatchObject({
      kind: 'annotations',
      added: FIGURES.length,
      rejectedCount: 0,
    })
    const after = (await catalog.call['annotations.list']({})).annotations
    expect(after.map(shapeOf)).toEqual(before.map(shapeOf))
  })

  test('leave out what the team wrote where the file is for somebody else', async () => {
    const internal = await written('geojson')
    const nda = await written('geojson', 'nda')
    expect(internal).toContain('Secret 1')
    expect(internal).toContain('"author":"Ada"')
    expect(nda).not.toMatch(/Secret|Ada/)
    expect(nda).toContain('Drawing 1')
  })
})

describe('Drawings written as KML', () => {
  test('stand in folders of their layers, circles as polygons, and come in again with their places', async () => {
    const text = await written('kml')
    expect(text).toContain('<name>Annotations</name>')
    expect(text).toContain('<name>Option &lt;A&gt;</name>')
    expect(text).not.toMatch(/<href>|<NetworkLink/)
    const catalog = tempCatalog()
    await take(catalog, 'option.kml', text)
    const { annotations, groups } = await catalog.call['annotations.list']({})
    expect(groups.map(({ name }) => name)).toEqual(['option'])
    const byLabel = new Map(annotations.map((each) => [each.label, each]))
    expect([...byLabel.keys()].sort()).toEqual(FIGURES.map((_, index) => `Drawing ${index} <&>`))
    expect(byLabel.get('Drawing 3 <&>')?.figure).toEqual(FIGURES[3])
    expect(byLabel.get('Drawing 2 <&>')).toMatchObject({ figure: FIGURES[2], style: { strokeColor: '#112233' } })
    expect(byLabel.get('Drawing 5 <&>')?.figure.geometry.type).toBe('Polygon')
  })
})

describe('Sites exported with what is drawn', () => {
  async function withDrawings(format: ExportFormat, profile: 'internal' | 'nda' | 'teaser', siteIds?: string[]) {
    const file = path.join(tempFolder(), `out.${format === 'shp' ? 'zip' : format}`)
    await exportTo(file, format, { profile, drawings: listOf(await drawn()), ...(siteIds ? { siteIds } : {}) })
    return file
  }

  test.each(['geojson', 'kml'] as const)('%s holds both, and a teaser only the sites', async (format) => {
    const text = readFileSync(await withDrawings(format, 'internal'), 'utf8')
    expect(text).toContain('Alpha')
    expect(text).toContain('Drawing 3')
    expect(readFileSync(await withDrawings(format, 'nda'), 'utf8')).not.toContain('Secret')
    // Drawings of the region are no part of a choice of sites.
    expect(readFileSync(await withDrawings(format, 'internal', ['alpha']), 'utf8')).not.toContain('Drawing 3')
  })

  test.runIf(hasOgr)(
    `a GeoPackage and a shapefile hold layers of drawings that other programs read ${OGR_NOTE}`,
    async () => {
      const layers = ogrLayers(await withDrawings('gpkg', 'internal'))
      expect(layers.map(({ name, featureCount }) => [name, featureCount])).toContainEqual(['annotations', 6])
      const shapes = ogrLayers(`/vsizip/${await withDrawings('shp', 'internal')}`)
      expect(shapes.map(({ name, featureCount }) => [name, featureCount]).sort()).toEqual(
        [
          ['switchyard-annotations-areas', 3],
          ['switchyard-annotations-lines', 1],
          ['switchyard-annotations-points', 2],
          ['switchyard-sites', 2],
        ].sort(),
      )
    },
  )

  test('a GeoPackage and a shapefile hold layers of drawings that Switchyard reads', async () => {
    for (const format of ['gpkg', 'shp'] as const) {
      const file = await withDrawings(format, 'internal')
      const catalog = tempCatalog()
      const grant = catalog.grantFile(path.basename(file), readFileSync(file))
      const { jobId } = await catalog.call['imports.start']({ grant, format: 'annotations' })
      const job = await catalog.jobDone(jobId)
      expect(job.error).toBeNull()
      const { annotations } = await catalog.call['annotations.list']({})
      const areas = annotations.filter(({ figure }) => figure.shape === 'polygon')
      expect(areas).toHaveLength(3)
      expect(areas.map(({ figure }) => figure.geometry.type).sort()).toEqual(['MultiPolygon', 'Polygon', 'Polygon'])
      expect(annotations.filter(({ figure }) => figure.geometry.type === 'LineString')).toHaveLength(1)
    }
  })

  test('a teaser tells nothing of drawings in any format', async () => {
    const name = 'Drawing 3'
    for (const format of ['geojson', 'kml', 'gpkg', 'shp'] as const) {
      const bytes = readFileSync(await withTeaser(format))
      expect(bytes.includes(name)).toBe(false)
      expect(bytes.includes('annotation')).toBe(false)
    }
  })

  async function withTeaser(format: ExportFormat): Promise<string> {
    const file = path.join(tempFolder(), 'teaser')
    const referenceFolder = path.resolve(import.meta.dirname, '../../data/reference')
    await exportTo(file, format, { profile: 'teaser', referenceFolder, drawings: listOf(await drawn()) })
    return file
  }
})

describe('A map taken in as annotations', () => {
  const collection = (features: readonly object[]) => JSON.stringify({ type: 'FeatureCollection', features })
  const feature = (geometry: object | null, properties: object = {}) => ({ type: 'Feature', geometry, properties })

  test('is one step of undo, in a layer of the file’s name, and a dry run changes nothing', async () => {
    const catalog = tempCatalog()
    const text = collection([
      feature({ type: 'MultiPoint', coordinates: [RING[0], RING[1]] }, { name: 'Wells', 'marker-color': '#F00' }),
      feature({ type: 'Point', coordinates: [5, 91] }, { name: 'Beyond the pole' }),
      feature(null, { name: 'Nowhere' }),
      feature({ type: 'Polygon', coordinates: [[RING[0], RING[1], RING[2]]] }, { Name: 'Open ring' }),
    ])
    const before = contentOf(catalog)
    expect(await take(catalog, 'wells.geojson', text, true)).toMatchObject({ added: 3, rejectedCount: 2, dryRun: true })
    expect(contentOf(catalog)).toEqual(before)
    const report = await take(catalog, 'wells.geojson', text)
    expect(report.rejected.map(({ row }) => row)).toEqual([2, 3])
    await take(catalog, 'wells.geojson', text)
    const { annotations, groups } = await catalog.call['annotations.list']({})
    expect(groups.map(({ name }) => name)).toEqual(['wells', 'wells (2)'])
    expect(annotations.map(({ label, style }) => [label, style.strokeColor]).slice(0, 2)).toEqual([
      ['Wells', '#ff0000'],
      ['Wells', '#ff0000'],
    ])
    expect((await catalog.call['history.undo']({})).label).toBe('Import wells.geojson as annotations')
    await catalog.call['history.undo']({})
    expect(await catalog.call['annotations.list']({})).toMatchObject({ annotations: [], groups: [] })
  })

  test('refuses a million vertices and a file that is no map in one sentence, and keeps nothing', async () => {
    const catalog = tempCatalog()
    const circle = Array.from({ length: 100_002 }, (_, i) => [Math.cos(i / 16_000), Math.sin(i / 16_000)])
    const huge = await take(catalog, 'huge.geojson', collection([feature({ type: 'Polygon', coordinates: [circle] })]))
    expect(huge).toMatchObject({ added: 0, rejectedCount: 1 })
    expect(huge.rejected[0]?.reason).toContain('at most 100,000 vertices')
    const before = contentOf(catalog)
    const many = collection(Array.from({ length: 20_001 }, () => feature({ type: 'Point', coordinates: [1, 1] })))
    await expect(take(catalog, 'many.geojson', many)).rejects.toThrow(/import it as a layer\.$/)
    await expect(take(catalog, 'sites.csv', 'a,b\n1,2\n')).rejects.toThrow(/^"sites\.csv" .*\.$/)
    expect(contentOf(catalog)).toEqual(before)
  })

  test('never breaks on whatever coordinates and attributes a file has', async () => {
    const catalog = tempCatalog()
    const value = fc.oneof(fc.double(), fc.constant(null), fc.string(), fc.integer({ min: -200, max: 200 }))
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            type: fc.constantFrom('Point', 'LineString', 'Polygon', 'MultiPolygon', 'GeometryCollection', 'Blob'),
            coordinates: fc.oneof(fc.array(value), fc.array(fc.array(value)), fc.array(fc.array(fc.array(value)))),
          }),
          { minLength: 1, maxLength: 5 },
        ),
        fc.dictionary(fc.constantFrom('name', 'shape', 'stroke', 'radius_m', 'category', 'style'), fc.anything()),
        async (geometries, properties) => {
          const text = collection(geometries.map((geometry) => feature(geometry, properties)))
          const job = await catalog.importText(text, { name: 'x.geojson', format: 'annotations' })
          if (job.error) expect(job.error.code).not.toBe('internal')
          else expect(job.result).toMatchObject({ type: 'import' })
        },
      ),
      { numRuns: 60 },
    )
    const { annotations } = await catalog.call['annotations.list']({})
    for (const { figure } of annotations) expect(JSON.stringify(figure)).not.toMatch(/null,|NaN/)
  })
})
