import type { LayerRole } from './layer-role.ts'
import { LAYER_ROLE_RULES, type LayerShape } from './layer-role-rules.ts'

export interface LayerSketch {
  /** The file's name. */
  readonly name: string
  /** The layer inside the file. */
  readonly part: string
  /** Features by the type of their geometry. */
  readonly geometryTypes: Readonly<Record<string, number>>
  /** Attributes of some of its features. */
  readonly samples: readonly Readonly<Record<string, unknown>>[]
}

export interface GuessedRole {
  readonly role: LayerRole
  /** One phrase: what speaks for it. */
  readonly reason: string
}

/** What a layer most likely is, by its attributes, else by its name; `other` where nothing speaks for a role. */
export function guessLayerRole(sketch: LayerSketch): GuessedRole {
  const shape = shapeOf(sketch.geometryTypes)
  const rules = LAYER_ROLE_RULES.filter(({ shapes }) => shape === null || shapes.includes(shape))
  const columns = new Map(sketch.samples.flatMap((each) => Object.keys(each).map((name) => [name.toLowerCase(), name])))
  for (const { role, values = {} } of rules) {
    for (const [column, wanted] of Object.entries(values)) {
      const name = columns.get(column)
      const said = name === undefined ? [] : sketch.samples.map((each) => each[name]).filter(isSaid)
      const fitting = said.filter((value) => wanted.test(String(value)))
      const [first] = fitting
      if (first !== undefined && 2 * fitting.length > sketch.samples.length)
        return { role, reason: `its features have ${name} = ${String(first)}` }
    }
  }
  for (const { role, attributes = [] } of rules) {
    const set = attributes.find((names) => names.every((name) => columns.has(name)))
    if (set) {
      const names = set.map((name) => columns.get(name)).join(' and ')
      return { role, reason: `it has the ${set.length === 1 ? 'column' : 'columns'} ${names}` }
    }
  }
  for (const text of [sketch.part, sketch.name]) {
    const readable = text.replace(/[_]+/g, ' ')
    for (const { role, names } of rules) {
      const found = names.exec(readable)
      if (found) return { role, reason: `its name says “${found[0]}”` }
    }
  }
  return { role: 'other', reason: 'neither name nor columns say what it is' }
}

/** The geometry that most features have; null where that is open. */
function shapeOf(types: LayerSketch['geometryTypes']): LayerShape | null {
  const counts: Record<LayerShape, number> = { point: 0, line: 0, polygon: 0 }
  for (const [type, count] of Object.entries(types)) {
    if (type.endsWith('Point')) counts.point += count
    else if (type.endsWith('LineString')) counts.line += count
    else if (type.endsWith('Polygon')) counts.polygon += count
  }
  const [most] = (Object.entries(counts) as [LayerShape, number][]).sort((one, other) => other[1] - one[1])
  return most && most[1] > 0 ? most[0] : null
}

function isSaid(value: unknown): boolean {
  return value !== null && value !== undefined && value !== ''
}
