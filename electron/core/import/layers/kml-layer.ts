import type { Geometry } from 'geojson'
import { inSentence } from '../in-sentence.ts'
import { htmlTable } from './html-table.ts'
import { joinedGeometry, kmlGeometries } from './kml-geometry.ts'
import type { Attributes, LayerEvent, OpenedLayer } from './layer-feature.ts'
import { type XmlElement, xmlTree } from './xml-tree.ts'

/** What a placemark takes over from where it stands. */
interface Place {
  readonly folders: readonly string[]
}

interface KmlCounts {
  placemarks: number
  folders: number
  points: number
  lines: number
  polygons: number
  multigeometries: number
  ground_overlays: number
  network_links: number
  extended_data: number
  html_descriptions: number
}

const COUNTED: Readonly<Record<string, keyof KmlCounts>> = {
  Placemark: 'placemarks',
  Folder: 'folders',
  Point: 'points',
  LineString: 'lines',
  Polygon: 'polygons',
  MultiGeometry: 'multigeometries',
  GroundOverlay: 'ground_overlays',
  NetworkLink: 'network_links',
  ExtendedData: 'extended_data',
}

/** Opens the text of a KML file. Links, icons and pictures in it are never followed. */
export function openKml(fileName: string, text: string): OpenedLayer {
  const root = xmlTree(fileName, text)
  const counts = countElements(root)
  const colors = styleColors(root)
  const notes: string[] = []
  if (counts.network_links > 0)
    notes.push(
      `${counts.network_links === 1 ? 'A link' : `${counts.network_links} links`} to other files ${counts.network_links === 1 ? 'was' : 'were'} not followed; import those files themselves.`,
    )
  if (counts.ground_overlays > 0) notes.push('Of pictures laid on the ground the outline was read, not the picture.')
  const local = localSymbol(root)
  if (local !== null)
    notes.push(
      `Symbols that are files of another computer, such as "${inSentence(local)}", were not read; points take the look that the layer is given here.`,
    )
  const layer = fileName.replace(/\.[^.]*$/, '')
  let row = 0
  function* eventsIn(element: XmlElement, place: Place): Generator<LayerEvent> {
    for (const child of element.children) {
      if (child.name === 'Folder' || child.name === 'Document' || child.name === 'kml') {
        const name = child.name === 'Folder' ? childText(child, 'name') : ''
        yield* eventsIn(child, name === '' ? place : { folders: [...place.folders, name] })
      } else if (child.name === 'Placemark' || child.name === 'GroundOverlay') {
        row += 1
        const geometry = child.name === 'Placemark' ? joinedGeometry(kmlGeometries(child)) : overlayOutline(child)
        yield { type: 'feature', feature: { row, layer, geometry, attributes: attributesOf(child, place, colors) } }
      }
    }
  }
  return {
    title: 'KML',
    events: eventsIn({ name: '', attributes: {}, children: [root], text: '' }, { folders: [] }),
    notes,
    figures: () => ({ ...counts }),
    recordCount: () => counts.placemarks,
  }
}

/** The first symbol of a style that names a file by a path of the computer that it was made on. */
function localSymbol(root: XmlElement): string | null {
  const left = [root]
  for (let element = left.pop(); element; element = left.pop()) {
    if (element.name === 'Icon' && /^([a-z]:[\\/]|\\\\|\/|~|file:)/i.test(childText(element, 'href')))
      return childText(element, 'href')
    for (const child of element.children) left.push(child)
  }
  return null
}

function countElements(root: XmlElement): KmlCounts {
  const counts: KmlCounts = {
    placemarks: 0,
    folders: 0,
    points: 0,
    lines: 0,
    polygons: 0,
    multigeometries: 0,
    ground_overlays: 0,
    network_links: 0,
    extended_data: 0,
    html_descriptions: 0,
  }
  const left = [root]
  for (let element = left.pop(); element; element = left.pop()) {
    const key = Object.hasOwn(COUNTED, element.name) ? COUNTED[element.name] : undefined
    if (key) counts[key] += 1
    if (element.name === 'description' && /<(table|td)\b/i.test(element.text)) counts.html_descriptions += 1
    for (const child of element.children) left.push(child)
  }
  return counts
}

/** The colour of each style by its id, as #rrggbb; a style map leads to the one it shows normally. */
function styleColors(root: XmlElement): ReadonlyMap<string, string> {
  const colors = new Map<string, string>()
  const maps: [string, string][] = []
  const left = [root]
  for (let element = left.pop(); element; element = left.pop()) {
    const id = element.attributes['id']
    if (element.name === 'Style' && id !== undefined) {
      const color = styleColor(element)
      if (color !== null) colors.set(id, color)
    } else if (element.name === 'StyleMap' && id !== undefined) {
      const normal = element.children.find((pair) => childText(pair, 'key') === 'normal')
      if (normal) maps.push([id, childText(normal, 'styleUrl').replace(/^.*#/, '')])
    }
    for (const child of element.children) left.push(child)
  }
  for (const [id, target] of maps) {
    const color = colors.get(target)
    if (color !== undefined) colors.set(id, color)
  }
  return colors
}

function styleColor(style: XmlElement): string | null {
  for (const kind of ['LineStyle', 'PolyStyle', 'IconStyle']) {
    const part = style.children.find(({ name }) => name === kind)
    const match = part && /^[\da-f]{2}([\da-f]{2})([\da-f]{2})([\da-f]{2})$/i.exec(childText(part, 'color'))
    // KML writes alpha, blue, green, red.
    if (match) return `#${match[3]}${match[2]}${match[1]}`.toLowerCase()
  }
  return null
}

function attributesOf(element: XmlElement, place: Place, colors: ReadonlyMap<string, string>): Attributes {
  const description = childText(element, 'description')
  const table = htmlTable(description)
  const own = element.children.find(({ name }) => name === 'Style')
  const color = (own && styleColor(own)) ?? colors.get(childText(element, 'styleUrl').replace(/^.*#/, '')) ?? null
  const known: [string, string | null][] = [
    ['name', textOrNull(childText(element, 'name'))],
    ['folder', textOrNull(place.folders.join(' / '))],
    ['description', Object.keys(table).length > 0 ? null : textOrNull(description)],
    ['address', textOrNull(childText(element, 'address'))],
    ['color', color],
  ]
  return {
    ...Object.fromEntries(known.filter(([, value]) => value !== null)),
    ...table,
    ...extendedData(element),
  }
}

function extendedData(element: XmlElement): Record<string, string> {
  const entries: [string, string][] = []
  for (const data of element.children.filter(({ name }) => name === 'ExtendedData'))
    for (const each of data.children) {
      if (each.name === 'Data') entries.push([each.attributes['name'] ?? '', childText(each, 'value')])
      else if (each.name === 'SchemaData')
        for (const simple of each.children) entries.push([simple.attributes['name'] ?? '', simple.text])
    }
  return Object.fromEntries(entries.filter(([name]) => name !== ''))
}

function overlayOutline(overlay: XmlElement): Geometry | null {
  const box = overlay.children.find(({ name }) => name === 'LatLonBox')
  if (!box) return null
  const [west, south, east, north] = ['west', 'south', 'east', 'north'].map((side) =>
    Number(childText(box, side) || Number.NaN),
  )
  if (west === undefined || south === undefined || east === undefined || north === undefined) return null
  const ring = [
    [west, south],
    [east, south],
    [east, north],
    [west, north],
    [west, south],
  ]
  return { type: 'Polygon', coordinates: [ring] }
}

function childText(element: XmlElement, name: string): string {
  return element.children.find((child) => child.name === name)?.text.trim() ?? ''
}

function textOrNull(text: string): string | null {
  return text === '' ? null : text
}
