import { type SiteFieldKey, siteField } from '../../../shared/domain/site/site-fields.ts'
import type { Position, SiteValue } from '../../../shared/domain/site/site-value.ts'
import type { RecordValues } from './site-records.ts'

/** Where in a row a field's value stands; latitude and longitude where they stand in columns of their own. */
export type ShapeColumns = Readonly<Partial<Record<SiteFieldKey | 'latitude' | 'longitude', number>>>

interface FieldColumn {
  readonly key: SiteFieldKey
  readonly at: number
}

type Values = Partial<Record<SiteFieldKey, SiteValue>>

const PARSED = new Map<string, RecordShape>()

/**
 * Which cells of a row are values as they stand. Nearly all values of a list are, so that a record keeps its cells and
 * only what they do not say: a text is its cell, a number is its cell as a decimal, an empty cell is no value.
 */
export class RecordShape {
  /** As the catalog keeps it. */
  readonly json: string
  readonly fields: readonly SiteFieldKey[]
  readonly #texts: readonly FieldColumn[]
  readonly #numbers: readonly FieldColumn[]
  readonly #position: readonly [latitude: number, longitude: number] | null

  constructor({ latitude, longitude, ...fields }: ShapeColumns) {
    const columns = (Object.entries(fields) as [SiteFieldKey, number][]).map(([key, at]) => ({ key, at }))
    this.#texts = columns.filter(({ key }) => ['text', 'category'].includes(siteField(key).type))
    this.#numbers = columns.filter(({ key }) => siteField(key).type === 'number')
    this.#position = latitude === undefined || longitude === undefined ? null : [latitude, longitude]
    this.fields = [...this.#texts, ...this.#numbers].map(({ key }) => key)
    const kept = [...this.#texts, ...this.#numbers].map(({ key, at }) => [key, at] as const)
    if (this.#position) this.fields = [...this.fields, 'position']
    this.json = JSON.stringify({
      ...Object.fromEntries(kept),
      ...(this.#position ? { latitude, longitude } : {}),
    })
  }

  static parse(json: string): RecordShape {
    let shape = PARSED.get(json)
    if (!shape) {
      shape = new RecordShape(JSON.parse(json) as ShapeColumns)
      PARSED.set(json, shape)
    }
    return shape
  }

  /** The values that a record's cells do not say, null for a cell that is no value; null where they say it all. */
  rest(values: RecordValues, cells: readonly string[]): Values | null {
    let said = 0
    const differing: SiteFieldKey[] = []
    for (const { key, at } of this.#texts) {
      const cell = cells[at]
      const value = values[key]
      if (!cell) {
        if (value) differing.push(key)
      } else if (cell === value) said++
      else differing.push(key)
    }
    for (const { key, at } of this.#numbers) {
      const cell = cells[at]
      const value = values[key]
      if (!cell) {
        if (typeof value === 'number') differing.push(key)
      } else if (Number(cell) === value) said++
      else differing.push(key)
    }
    if (this.#position) {
      const position = (values.position as Position | null | undefined) ?? null
      const cell = positionOf(cells, this.#position)
      if (cell && position && cell.latitude === position.latitude && cell.longitude === position.longitude) said++
      else if (cell || position) differing.push('position')
    }
    let given = 0
    for (const _ in values) given++
    if (given === said && differing.length === 0) return null
    const rest: Values = Object.fromEntries(
      Object.entries(values).filter(([key, value]) => value !== null && !this.fields.includes(key as SiteFieldKey)),
    )
    for (const key of differing) rest[key] = values[key] ?? null
    return rest
  }

  /** The values of a record from its cells and the rest. */
  values(cells: readonly string[], rest: RecordValues | null): RecordValues {
    const values: Values = {}
    for (const { key, at } of this.#texts) {
      const cell = cells[at]
      if (cell) values[key] = cell
    }
    for (const { key, at } of this.#numbers) {
      const cell = cells[at]
      if (cell) values[key] = Number(cell)
    }
    const position = this.#position && positionOf(cells, this.#position)
    if (position) values.position = position
    if (rest === null) return values
    for (const [key, value] of Object.entries(rest) as [SiteFieldKey, SiteValue][]) {
      if (value === null) delete values[key]
      else values[key] = value
    }
    return values
  }
}

function positionOf(cells: readonly string[], [latitudeAt, longitudeAt]: readonly [number, number]): Position | null {
  const latitude = cells[latitudeAt]
  const longitude = cells[longitudeAt]
  return latitude && longitude ? { latitude: Number(latitude), longitude: Number(longitude) } : null
}
