import type { Geometry, Position } from 'geojson'
import { joinedGeometry } from './kml-geometry.ts'
import type { Attributes, LayerEvent, OpenedLayer } from './layer-feature.ts'
import { type XmlElement, xmlTree } from './xml-tree.ts'

/** Opens the text of a GPX file: way points, routes and tracks. */
export function openGpx(fileName: string, text: string): OpenedLayer {
  const root = xmlTree(fileName, text)
  const layer = fileName.replace(/\.[^.]*$/, '')
  function* events(): Generator<LayerEvent> {
    let row = 0
    for (const element of root.children) {
      const geometry = gpxGeometry(element)
      if (geometry === undefined) continue
      row += 1
      yield { type: 'feature', feature: { row, layer, geometry, attributes: attributesOf(element) } }
    }
  }
  return { title: 'GPX', events: events(), notes: [] }
}

/** Undefined for an element that is no feature. */
function gpxGeometry(element: XmlElement): Geometry | null | undefined {
  switch (element.name) {
    case 'wpt':
      return { type: 'Point', coordinates: positionOf(element) }
    case 'rte':
      return lineOf(element, 'rtept')
    case 'trk':
      return joinedGeometry(
        element.children.filter(({ name }) => name === 'trkseg').flatMap((segment) => lineOf(segment, 'trkpt') ?? []),
      )
    default:
      return undefined
  }
}

function lineOf(element: XmlElement, pointName: string): Geometry | null {
  const coordinates = element.children.filter(({ name }) => name === pointName).map(positionOf)
  return coordinates.length > 0 ? { type: 'LineString', coordinates } : null
}

function positionOf({ attributes }: XmlElement): Position {
  return [Number(attributes['lon'] ?? Number.NaN), Number(attributes['lat'] ?? Number.NaN)]
}

function attributesOf(element: XmlElement): Attributes {
  const kept = element.children.filter(({ name, children }) => children.length === 0 && !/^(rte|trk)/.test(name))
  return { ...Object.fromEntries(kept.map(({ name, text }) => [name, text.trim()])), gpx: element.name }
}
