import { AppError } from '../../../../shared/contract/errors.ts'
import { inSentence } from '../in-sentence.ts'
import type { SourceFile } from '../source/source-file.ts'
import { geojsonGeometry } from './geojson-geometry.ts'
import type { LayerEvent, OpenedLayer } from './layer-feature.ts'
import { namedSystem } from './named-system.ts'
import { plainAttributes } from './plain-attributes.ts'
import { type ToDegrees, toDegrees } from './reproject.ts'

const TYPES = 'FeatureCollection|Feature|GeometryCollection|(?:Multi)?(?:Point|LineString|Polygon)'
const RECORD_SEPARATOR = '\u001e'

interface JsonFeature {
  readonly type?: unknown
  readonly id?: unknown
  readonly geometry?: unknown
  readonly properties?: unknown
}

/** Whether the head of a text is that of GeoJSON, or of one feature a line. */
export function looksLikeGeojson(head: string): boolean {
  const start = cleanLine(head)
  return (
    start.startsWith('{') &&
    (new RegExp(`"type"\\s*:\\s*"(?:${TYPES})"`).test(start) || /"features"\s*:\s*\[/.test(start))
  )
}

/** Opens GeoJSON (RFC 7946, and the older form with a `crs`), or a sequence of features (RFC 8142, NDJSON). */
export async function openGeojson(source: SourceFile): Promise<OpenedLayer> {
  const text = await (await source.text()).all()
  const lines = featureLines(text)
  const notes: string[] = []
  if (lines)
    return {
      title: 'GeoJSON features, one a line',
      events: eventsOf(source, lines, namedSystem(source) ?? undefined),
      notes,
    }
  let root: unknown
  try {
    root = JSON.parse(text)
  } catch {
    throw brokenOff(source, text)
  }
  const { type, features } = root as { type?: unknown; features?: unknown }
  const crs = crsOf(source, root)
  if (Array.isArray(features)) return { title: 'GeoJSON', events: eventsOf(source, features, crs), notes }
  if (type === 'Feature') return { title: 'GeoJSON feature', events: eventsOf(source, [root], crs), notes }
  return { title: 'GeoJSON geometry', events: eventsOf(source, [{ type: 'Feature', geometry: root }], crs), notes }
}

/** Takes the whole features before the place where a GeoJSON file breaks off. */
export async function openGeojsonPart(source: SourceFile): Promise<OpenedLayer> {
  const text = await (await source.text()).all()
  const { features, end } = wholeFeatures(text)
  const bytes = Buffer.byteLength(text.slice(0, end))
  const notes = [`The file breaks off; what was read ends at byte ${bytes} of ${source.byteLength}.`]
  return { title: 'GeoJSON that breaks off', events: eventsOf(source, features, undefined), notes }
}

function* eventsOf(source: SourceFile, features: readonly unknown[], crs: ToDegrees | undefined): Iterable<LayerEvent> {
  const layer = source.name.replace(/\.[^.]*$/, '')
  for (const [index, each] of features.entries()) {
    const row = index + 1
    const { geometry: written, properties, id } = (typeof each === 'object' && each !== null ? each : {}) as JsonFeature
    const geometry = written === null || written === undefined ? null : geojsonGeometry(written)
    if (geometry === null && written !== null && written !== undefined) {
      yield { type: 'rejected', rejected: { row, column: 'geometry', reason: 'is not a geometry of GeoJSON' } }
      continue
    }
    const attributes = plainAttributes(properties)
    const named =
      (typeof id === 'string' || typeof id === 'number') && !('id' in attributes) ? { id, ...attributes } : attributes
    yield {
      type: 'feature',
      feature: { row, layer, geometry: geometry && crs ? crs(geometry) : geometry, attributes: named },
    }
  }
}

/** Each line's feature where every line holds one; null for one document. */
function featureLines(text: string): unknown[] | null {
  const lines = text.split('\n')
  const first = cleanLine(lines[0] ?? '')
  if (first === '' || lines.length < 2 || !first.endsWith('}')) return null
  const features: unknown[] = []
  for (const line of lines) {
    const clean = cleanLine(line)
    if (clean === '') continue
    try {
      const value = JSON.parse(clean) as { type?: unknown }
      if (value.type !== 'Feature') return null
      features.push(value)
    } catch {
      // The first line alone may be a feature by chance; a later one that is none is a row to reject.
      if (features.length === 0) return null
      features.push({ geometry: 'unreadable' })
    }
  }
  return features
}

function cleanLine(line: string): string {
  return line
    .replaceAll(RECORD_SEPARATOR, '')
    .replace(/^\ufeff/, '')
    .trim()
}

/** @throws AppError bad_input for a reference system that is not understood. */
function crsOf(source: SourceFile, root: unknown): ToDegrees | undefined {
  const named = namedSystem(source)
  if (named !== null) return named
  const { crs } = root as { crs?: { properties?: { name?: unknown } } | null }
  const name = crs?.properties?.name
  if (typeof name !== 'string') return undefined
  const code = name.replace(/^urn:ogc:def:crs:/i, '').replace(/:[\d.]*:/, ':')
  const found = toDegrees(code)
  if (found === undefined)
    throw new AppError(
      'unknown_coordinates',
      `"${source.name}" is in the coordinates "${inSentence(name)}", which Switchyard does not know; save it in longitude and latitude (EPSG:4326) and import that.`,
    )
  return found === 'degrees' ? undefined : found
}

function brokenOff(source: SourceFile, text: string): AppError {
  const { features, end } = wholeFeatures(text)
  const bytes = Buffer.byteLength(text.slice(0, end))
  return new AppError(
    'bad_input',
    features.length === 0
      ? `"${source.name}" is not correct GeoJSON; fetch it again and import that.`
      : `"${source.name}" is not correct GeoJSON after byte ${bytes}; fetch it again, or import it as layer.geojson-part to take the ${features.length === 1 ? 'whole feature' : `${features.length} whole features`} before that.`,
  )
}

/** The features that are whole, from the beginning on, and where the last one ends. */
function wholeFeatures(text: string): { features: unknown[]; end: number } {
  const features: unknown[] = []
  let at = /"features"\s*:\s*\[/.exec(text)
  let end = at ? at.index + at[0].length : text.length
  at = null
  for (;;) {
    const start = text.indexOf('{', end)
    if (start < 0 || !/^[\s,]*$/.test(text.slice(end, start))) return { features, end }
    const close = objectEnd(text, start)
    if (close < 0) return { features, end }
    try {
      features.push(JSON.parse(text.slice(start, close)))
    } catch {
      return { features, end }
    }
    end = close
  }
}

/** The place after the object that begins at `start`; -1 where it does not end. */
function objectEnd(text: string, start: number): number {
  let depth = 0
  for (let at = start; at < text.length; at += 1) {
    const sign = text[at]
    if (sign === '"') {
      at += 1
      while (at < text.length && text[at] !== '"') at += text[at] === '\\' ? 2 : 1
    } else if (sign === '{') depth += 1
    else if (sign === '}') {
      depth -= 1
      if (depth === 0) return at + 1
    }
  }
  return -1
}
