import fc from 'fast-check'
import { map as leafletMap } from 'leaflet'
import { expect, onTestFinished, test } from 'vitest'
import { annotationLayer } from '../../renderer/src/drawing/annotation-layer.ts'
import { AnnotationsView } from '../../renderer/src/drawing/annotations-view.ts'
import { vertexPaths, withPath } from '../../renderer/src/drawing/figure-vertices.ts'
import { inOneWorld } from '../../renderer/src/drawing/in-one-world.ts'
import { isUpright } from '../../renderer/src/drawing/is-upright.ts'
import { labelPlace } from '../../renderer/src/drawing/label-place.ts'
import { layerFigures } from '../../renderer/src/drawing/layer-figure.ts'
import { ellipsoidRadius, leafletRadius } from '../../renderer/src/drawing/leaflet-radius.ts'
import type { Annotation } from '../../shared/contract/annotations.ts'
import type { AnnotationFigure, AnnotationGeometry, LonLat } from '../../shared/domain/annotations/annotation-figure.ts'
import { ANNOTATION_SHAPES, type AnnotationShape } from '../../shared/domain/annotations/annotation-shape.ts'
import { defaultStyle } from '../../shared/domain/annotations/default-style.ts'
import { figurePlaces } from '../../shared/map/geodesy/figure-places.ts'
import { mapFigure } from '../../shared/map/geodesy/map-figure.ts'

const place: fc.Arbitrary<LonLat> = fc.tuple(
  fc.double({ min: -170, max: 170, noNaN: true }),
  fc.double({ min: -80, max: 80, noNaN: true }),
)
const ring = fc
  .uniqueArray(place, { minLength: 3, maxLength: 8, selector: String })
  .map((open): LonLat[] => [...open, [...open[0]!]])
const rings = fc.array(ring, { minLength: 1, maxLength: 3 })
const line = fc.uniqueArray(place, { minLength: 2, maxLength: 9, selector: String })

const geometries = {
  point: place.map((coordinates): AnnotationGeometry => ({ type: 'Point', coordinates })),
  line: line.map((coordinates): AnnotationGeometry => ({ type: 'LineString', coordinates })),
  polygon: fc.oneof(
    rings.map((coordinates): AnnotationGeometry => ({ type: 'Polygon', coordinates })),
    fc
      .array(rings, { minLength: 2, maxLength: 3 })
      .map((coordinates): AnnotationGeometry => ({ type: 'MultiPolygon', coordinates })),
  ),
}

function geometryOf(shape: AnnotationShape): fc.Arbitrary<AnnotationGeometry> {
  if (shape === 'line' || shape === 'arrow') return geometries.line
  if (shape === 'polygon') return geometries.polygon
  if (shape === 'rectangle')
    return rings.map((coordinates) => ({ type: 'Polygon', coordinates: coordinates.slice(0, 1) }))
  if (shape === 'freehand')
    return fc.oneof(
      geometries.line,
      rings.map((coordinates): AnnotationGeometry => ({ type: 'Polygon', coordinates })),
    )
  return geometries.point
}

const figure = fc.constantFrom(...ANNOTATION_SHAPES).chain((shape) =>
  fc.record({
    shape: fc.constant(shape),
    geometry: geometryOf(shape),
    radiusMetres: shape === 'circle' ? fc.double({ min: 1, max: 200_000, noNaN: true }) : fc.constant(null),
  }),
)

function annotationOf(drawn: AnnotationFigure, changes: Partial<Annotation> = {}): Annotation {
  return {
    annotationId: crypto.randomUUID(),
    figure: drawn,
    siteId: null,
    groupId: null,
    label: '',
    text: '',
    category: 'other',
    style: defaultStyle('other'),
    photo: null,
    marks: [],
    conflicts: [],
    author: 'Dana',
    createdAt: 0,
    changedBy: 'Dana',
    changedAt: 0,
    ...changes,
  }
}

function expectSame(one: AnnotationFigure, other: AnnotationFigure): void {
  expect(one.shape).toBe(other.shape)
  expect(one.geometry.type).toBe(other.geometry.type)
  const places = figurePlaces(other)
  expect(figurePlaces(one)).toHaveLength(places.length)
  figurePlaces(one).forEach(([longitude, latitude], at) => {
    expect(longitude).toBeCloseTo(places[at]![0], 9)
    expect(latitude).toBeCloseTo(places[at]![1], 9)
  })
  if (other.radiusMetres === null) expect(one.radiusMetres).toBeNull()
  else expect(one.radiusMetres! / other.radiusMetres).toBeCloseTo(1, 7)
}

test('every shape comes back from its layer with its kind, its places and its radius', () => {
  fc.assert(
    fc.property(figure, (drawn) => {
      const [back, ...others] = layerFigures(annotationLayer(annotationOf(drawn)), drawn.shape)
      expect(others).toEqual([])
      expectSame(back!, drawn)
    }),
  )
})

test('the radius of a circle is the same there and back, on sphere and ellipsoid', () => {
  fc.assert(
    fc.property(place, fc.double({ min: 0.5, max: 500_000, noNaN: true }), (center, radiusM) => {
      const onSphere = leafletRadius(center, radiusM)
      expect(onSphere / radiusM).toBeCloseTo(1, 1)
      expect(ellipsoidRadius(center, onSphere) / radiusM).toBeCloseTo(1, 8)
    }),
  )
})

test('what is drawn on a copy of the world comes to lie on the one that the catalog knows', () => {
  fc.assert(
    fc.property(figure, fc.integer({ min: -3, max: 3 }), (drawn, turns) => {
      const away = mapFigure(drawn, ([longitude, latitude]) => [longitude + 360 * turns, latitude])
      expectSame(inOneWorld(away), inOneWorld(drawn))
    }),
  )
})

test('paths leave rings open and are put back closed; what has too few vertices is refused', () => {
  fc.assert(
    fc.property(figure, (drawn) => {
      const paths = vertexPaths(drawn)
      paths.forEach((path, at) => {
        const same = withPath(drawn, at, path)
        expect(same?.geometry).toEqual(drawn.geometry)
        expect(
          withPath(
            drawn,
            at,
            path.slice(0, drawn.geometry.type === 'Point' ? 0 : drawn.geometry.type === 'LineString' ? 1 : 2),
          ),
        ).toBeNull()
      })
    }),
  )
})

test('a label lies within the area that it names, also in a bent one', () => {
  const bent: LonLat[] = [
    [0, 0],
    [10, 0],
    [10, 10],
    [8, 10],
    [8, 2],
    [0, 2],
    [0, 0],
  ]
  const [longitude, latitude] = labelPlace({
    shape: 'polygon',
    geometry: { type: 'Polygon', coordinates: [bent] },
    radiusMetres: null,
  })
  expect(latitude).toBeCloseTo(5, 6)
  expect(longitude).toBeCloseTo(9, 6)
  const road: AnnotationFigure = {
    shape: 'line',
    geometry: {
      type: 'LineString',
      coordinates: [
        [0, 0],
        [4, 0],
        [4, 0],
      ],
    },
    radiusMetres: null,
  }
  expect(labelPlace(road)[0]).toBeCloseTo(2, 9)
})

test('only a box along meridians and parallels is upright', () => {
  const box: LonLat[] = [
    [0, 0],
    [0, 1],
    [2, 1],
    [2, 0],
    [0, 0],
  ]
  expect(isUpright(box)).toBe(true)
  expect(isUpright(box.with(1, [0.1, 1]))).toBe(false)
  expect(isUpright(box.slice(1))).toBe(false)
})

test('of two thousand drawings only the one that changed is made anew, and the order is kept', () => {
  const frame = document.createElement('div')
  frame.style.width = '600px'
  frame.style.height = '400px'
  document.body.append(frame)
  const map = leafletMap(frame, { center: [31, -97], zoom: 8 })
  onTestFinished(() => {
    map.remove()
    frame.remove()
  })
  const view = new AnnotationsView(map, () => {})
  const drawn = Array.from({ length: 2_000 }, (_, at) =>
    annotationOf({
      shape: 'line',
      geometry: {
        type: 'LineString',
        coordinates: [
          [-97 + at / 1_000, 31],
          [-97 + at / 1_000, 31.1],
        ],
      },
      radiusMetres: null,
    }),
  )
  view.show(drawn)
  const before = drawn.map(({ annotationId }) => view.layerOf(annotationId))
  // As an answer of the catalog: all objects are new.
  const again = structuredClone(drawn)
  again[700] = { ...again[700]!, style: { ...again[700]!.style, strokeColor: '#d55e00' } }
  view.show(again)
  const changed = again.filter(({ annotationId }, at) => view.layerOf(annotationId) !== before[at])
  expect(changed.map(({ annotationId }) => annotationId)).toEqual([drawn[700]!.annotationId])
  const ids = [...frame.querySelectorAll('path[data-annotation]')].map((path) => path.getAttribute('data-annotation'))
  expect(ids).toEqual(drawn.map(({ annotationId }) => annotationId))
  view.remove()
  expect(frame.querySelectorAll('.leaflet-drawings-pane path').length).toBe(0)
})
