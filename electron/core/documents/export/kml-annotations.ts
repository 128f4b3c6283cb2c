import type { Geometry, Position } from 'geojson'
import type { AnnotationStyle } from '../../../../shared/contract/annotations.ts'
import type { ExportedAnnotation } from './exported-annotations.ts'
import { xmlText } from './xml-text.ts'

/** The folder "Annotations" of a KML document, with a folder in it for each drawing layer. */
export function* kmlAnnotations(annotations: readonly ExportedAnnotation[]): Generator<string> {
  if (annotations.length === 0) return
  yield '<Folder>\n<name>Annotations</name>\n'
  for (const [folder, members] of Map.groupBy(annotations, (each) => each.folder)) {
    yield `<Folder>\n<name>${xmlText(folder)}</name>\n`
    for (const each of members) yield placemark(each)
    yield '</Folder>\n'
  }
  yield '</Folder>\n'
}

function placemark({ row, title, text, outline, style }: ExportedAnnotation): string {
  const data = Object.entries(row).flatMap(([name, value]) =>
    value === null || value === '' ? [] : [`<Data name="${name}"><value>${xmlText(String(value))}</value></Data>\n`],
  )
  return [
    `<Placemark>\n<name>${xmlText(title)}</name>\n`,
    text === '' ? '' : `<description>${xmlText(text)}</description>\n`,
    styleText(style),
    `<ExtendedData>\n${data.join('')}</ExtendedData>\n`,
    geometryText(outline),
    '</Placemark>\n',
  ].join('')
}

function styleText({ strokeColor, strokeOpacity, strokeWidthPx, fillColor, fillOpacity }: AnnotationStyle): string {
  const line = kmlColor(strokeColor, strokeOpacity)
  return [
    '<Style>',
    `<IconStyle><color>${line}</color></IconStyle><LabelStyle><scale>0.8</scale></LabelStyle>`,
    `<LineStyle><color>${line}</color><width>${strokeWidthPx}</width></LineStyle>`,
    `<PolyStyle><color>${kmlColor(fillColor, fillOpacity)}</color><fill>${fillOpacity > 0 ? 1 : 0}</fill></PolyStyle>`,
    '</Style>\n',
  ].join('')
}

/** KML writes colours as alpha, blue, green, red. */
function kmlColor(color: string, opacity: number): string {
  const alpha = Math.round(opacity * 255)
    .toString(16)
    .padStart(2, '0')
  return `${alpha}${color.slice(5, 7)}${color.slice(3, 5)}${color.slice(1, 3)}`
}

function geometryText(geometry: Geometry): string {
  switch (geometry.type) {
    case 'Point':
      return `<Point><coordinates>${places([geometry.coordinates])}</coordinates></Point>\n`
    case 'LineString':
      return `<LineString><tessellate>1</tessellate><coordinates>${places(geometry.coordinates)}</coordinates></LineString>\n`
    case 'Polygon':
      return `${polygonText(geometry.coordinates)}\n`
    case 'MultiPolygon':
      return `<MultiGeometry>${geometry.coordinates.map(polygonText).join('')}</MultiGeometry>\n`
    default:
      throw new Error(`No annotation is drawn over ${geometry.type}.`)
  }
}

function polygonText([outer = [], ...holes]: readonly Position[][]): string {
  const ring = (positions: readonly Position[]) =>
    `<LinearRing><coordinates>${places(positions)}</coordinates></LinearRing>`
  return [
    `<Polygon><tessellate>1</tessellate><outerBoundaryIs>${ring(outer)}</outerBoundaryIs>`,
    ...holes.map((hole) => `<innerBoundaryIs>${ring(hole)}</innerBoundaryIs>`),
    '</Polygon>',
  ].join('')
}

function places(positions: readonly Position[]): string {
  return positions.map(([longitude, latitude]) => `${longitude},${latitude}`).join(' ')
}
