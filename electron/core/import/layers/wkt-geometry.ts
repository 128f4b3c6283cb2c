import type { Geometry, Position } from 'geojson'

// No two runs of blanks stand side by side, which would be tried in every way that they can be shared.
const WKT_START =
  /^\s*(?:SRID=\d+;\s*)?(?:(?:MULTI)?(?:POINT|LINESTRING|POLYGON)\s*(?:(?:Z|M|ZM)\s*)?\(|GEOMETRYCOLLECTION\s*\()/i

const MOST_NESTED = 8

export function looksLikeWkt(text: string): boolean {
  return WKT_START.test(text)
}

/** Well-known text as a geometry, z and m left out; null for what is none. */
export function wktGeometry(text: string): Geometry | null {
  const reader = new WktReader(text.replace(/^\s*SRID=\d+;/i, ''))
  const geometry = reader.geometry(0)
  return geometry !== null && reader.isAtEnd() ? geometry : null
}

class WktReader {
  readonly #tokens: readonly string[]
  #at = 0

  constructor(text: string) {
    this.#tokens = text.match(/[A-Za-z]+|[-+]?(?:\d+\.?\d*|\.\d+)(?:[eE][-+]?\d+)?|[(),]/g) ?? []
  }

  isAtEnd(): boolean {
    return this.#at === this.#tokens.length
  }

  geometry(nested: number): Geometry | null {
    if (nested > MOST_NESTED) return null
    const type = this.#next().toUpperCase()
    if (/^(Z|M|ZM)$/i.test(this.#peek())) this.#at += 1
    switch (type) {
      case 'POINT': {
        const line = this.#line()
        return line?.length === 1 ? { type: 'Point', coordinates: line[0] as Position } : null
      }
      case 'LINESTRING': {
        const coordinates = this.#line()
        return coordinates && { type: 'LineString', coordinates }
      }
      case 'POLYGON': {
        const coordinates = this.#list(() => this.#line())
        return coordinates && { type: 'Polygon', coordinates }
      }
      case 'MULTIPOINT': {
        const coordinates = this.#list(() => (this.#peek() === '(' ? (this.#line()?.[0] ?? null) : this.#position()))
        return coordinates && { type: 'MultiPoint', coordinates }
      }
      case 'MULTILINESTRING': {
        const coordinates = this.#list(() => this.#line())
        return coordinates && { type: 'MultiLineString', coordinates }
      }
      case 'MULTIPOLYGON': {
        const coordinates = this.#list(() => this.#list(() => this.#line()))
        return coordinates && { type: 'MultiPolygon', coordinates }
      }
      case 'GEOMETRYCOLLECTION': {
        const geometries = this.#list(() => this.geometry(nested + 1))
        return geometries && { type: 'GeometryCollection', geometries }
      }
      default:
        return null
    }
  }

  #line(): Position[] | null {
    return this.#list(() => this.#position())
  }

  #list<T>(read: () => T | null): T[] | null {
    if (this.#next() !== '(') return null
    const items: T[] = []
    for (;;) {
      const item = read()
      if (item === null) return null
      items.push(item)
      const sign = this.#next()
      if (sign === ')') return items
      if (sign !== ',') return null
    }
  }

  #position(): Position | null {
    const numbers: number[] = []
    while (/^[-+.\d]/.test(this.#peek())) numbers.push(Number(this.#next()))
    return numbers.length >= 2 ? numbers.slice(0, 2) : null
  }

  #peek(): string {
    return this.#tokens[this.#at] ?? ''
  }

  #next(): string {
    this.#at += 1
    return this.#tokens[this.#at - 1] ?? ''
  }
}
