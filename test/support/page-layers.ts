import type { Layer, LayerField } from '../../shared/contract/layers.ts'
import { attributeNumber } from '../../shared/map/layers/attribute-number.ts'
import { defaultLook, type LayerFilter, type LayerLook } from '../../shared/map/layers/layer-look.ts'
import { PART, packShapes, WORLD_UNITS } from '../../shared/map/layers/layer-shapes.ts'
import { ShapesBuilder } from '../../shared/map/layers/shapes-builder.ts'
import { mercatorX, mercatorY } from '../../shared/map/mercator.ts'

type Value = string | number | null

export interface PageFeature {
  readonly featureId: number
  readonly type: 'Point' | 'LineString' | 'Polygon'
  /** Longitudes and latitudes in turn. */
  readonly degrees: readonly number[]
  readonly attributes: Readonly<Record<string, Value>>
}

export interface PageLayer {
  readonly layerId: number
  readonly name: string
  readonly features: readonly PageFeature[]
  readonly look?: Partial<LayerLook>
  readonly misplaced?: number
  readonly crossing?: number
}

/** Reference layers in memory, for the host in the page. */
export class PageLayers {
  held: readonly PageLayer[] = []

  list(): Layer[] {
    return this.held.map(({ layerId, name, features, look, misplaced = 0, crossing = 0 }) => {
      const boxes = features.map(boxOf)
      const side = (at: number, pick: (...values: number[]) => number) => pick(...boxes.map((box) => box[at] ?? 0))
      return {
        layerId,
        name,
        title: 'GeoJSON',
        parts: ['layer'],
        features: features.length,
        vertices: features.reduce((sum, { degrees }) => sum + degrees.length / 2, 0),
        geometryTypes: Object.fromEntries(features.map(({ type }) => [type, features.length])),
        box: [side(0, Math.min), side(1, Math.min), side(2, Math.max), side(3, Math.max)],
        importedAt: 0,
        look: { ...defaultLook(layerId), ...look },
        misplaced,
        crossing,
      }
    })
  }

  restyled(layerId: number, look: LayerLook): readonly PageLayer[] {
    return this.held.map((layer) => (layer.layerId === layerId ? { ...layer, look } : layer))
  }

  reordered(layerIds: readonly number[]): readonly PageLayer[] {
    return layerIds.map((layerId) => this.#layer(layerId))
  }

  removed(layerId: number): readonly PageLayer[] {
    return this.held.filter((layer) => layer.layerId !== layerId)
  }

  shapes({ layerId, filter }: { layerId: number; filter: LayerFilter | null }): Uint8Array {
    const builder = new ShapesBuilder()
    const features = this.#layer(layerId).features.filter((feature) => passes(feature, filter))
    for (const { featureId, type, degrees } of features) {
      const xy = degrees.map((value, at) => (at % 2 === 0 ? mercatorX(value) : mercatorY(value)) * WORLD_UNITS)
      builder.addPart({ Point: PART.point, LineString: PART.line, Polygon: PART.ring }[type], xy)
      builder.endFeature(featureId)
    }
    return packShapes(builder.shapes(features.length))
  }

  feature(featureId: number) {
    const layer = this.held.find(({ features }) => features.some((each) => each.featureId === featureId))
    const feature = layer?.features.find((each) => each.featureId === featureId)
    if (!layer || !feature) throw new Error(`No feature ${featureId}.`)
    const { type: geometryType, attributes } = feature
    const name = String(attributes['NAME'] ?? '')
    const box = boxOf(feature)
    return {
      featureId,
      layerId: layer.layerId,
      part: 'layer',
      name,
      geometryType,
      crossesItself: false,
      attributes,
      box,
    }
  }

  fields(layerId: number): LayerField[] {
    const { features } = this.#layer(layerId)
    const names = [...new Set(features.flatMap(({ attributes }) => Object.keys(attributes)))]
    return names.map((attribute) => {
      const values = features.map(({ attributes }) => attributes[attribute] ?? null).filter((value) => value !== null)
      const numbers = values.map(attributeNumber).filter((number) => number !== null)
      const texts = [...new Set(values.map(String))]
      return {
        attribute,
        known: values.length,
        numbers: numbers.length,
        least: numbers.length === 0 ? null : Math.min(...numbers),
        most: numbers.length === 0 ? null : Math.max(...numbers),
        common: texts.map((text) => ({ text, count: values.filter((value) => String(value) === text).length })),
        distinct: texts.length,
      }
    })
  }

  values(layerId: number, attribute: string) {
    const { features } = this.#layer(layerId)
    return {
      ids: features.map(({ featureId }) => featureId),
      values: features.map(({ attributes }) => attributes[attribute] ?? null),
    }
  }

  rows(request: RowsRequest) {
    const rows = this.#sorted(request)
    return {
      total: rows.length,
      rows: rows.slice(request.offset, request.offset + request.limit).map(({ featureId, attributes }) => ({
        featureId,
        name: null,
        values: request.attributes.map((attribute) => attributes[attribute] ?? null),
      })),
    }
  }

  rowOf(request: RowsRequest & { readonly featureId: number }) {
    const index = this.#sorted(request).findIndex(({ featureId }) => featureId === request.featureId)
    return { index: index < 0 ? null : index }
  }

  #sorted({ layerId, sortBy, descending, text, filter }: RowsRequest): PageFeature[] {
    const wanted = text.toLowerCase()
    const rows = this.#layer(layerId).features.filter(
      (feature) =>
        passes(feature, filter) &&
        Object.values(feature.attributes).some((value) => String(value).toLowerCase().includes(wanted)),
    )
    if (sortBy === null) return rows
    const sign = descending ? -1 : 1
    return rows.toSorted((one, other) => {
      const [a, b] = [one.attributes[sortBy] ?? 0, other.attributes[sortBy] ?? 0]
      return sign * (a < b ? -1 : a > b ? 1 : 0)
    })
  }

  #layer(layerId: number): PageLayer {
    const layer = this.held.find((each) => each.layerId === layerId)
    if (!layer) throw new Error(`No layer ${layerId}.`)
    return layer
  }
}

interface RowsRequest {
  readonly layerId: number
  readonly attributes: readonly string[]
  readonly sortBy: string | null
  readonly descending: boolean
  readonly text: string
  readonly filter: LayerFilter | null
  readonly offset: number
  readonly limit: number
}

function passes({ attributes }: PageFeature, filter: LayerFilter | null): boolean {
  if (!filter) return true
  const value = attributes[filter.attribute] ?? null
  if (filter.op === 'between') {
    const number = attributeNumber(value) ?? Number.NaN
    return number >= (filter.least ?? -Infinity) && number <= (filter.most ?? Infinity)
  }
  const [text, wanted] = [String(value ?? '').toLowerCase(), filter.text.toLowerCase()]
  return filter.op === 'equals' ? text === wanted : text.includes(wanted)
}

function boxOf({ degrees }: PageFeature): [number, number, number, number] {
  const xs = degrees.filter((_, at) => at % 2 === 0)
  const ys = degrees.filter((_, at) => at % 2 === 1)
  return [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)]
}
