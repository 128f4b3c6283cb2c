/** Inputs and answers of a vector: each has a shape of its own. */
// biome-ignore lint/suspicious/noExplicitAny: checked by the comparison, entry by entry
export type Loose = any

/** What the domain answers for a vector's inputs, under the names of the vector's `expected`. */
export type VectorCase = (inputs: Loose, inputsOf: (id: string) => Loose) => Readonly<Record<string, unknown>>

export type VectorCases = Readonly<Record<string, VectorCase>>

/** `each` over the values of a record, by the same names. */
export function perKey(names: object, each: (name: string) => number): Record<string, number> {
  return Object.fromEntries(Object.keys(names).map((name) => [name, each(name)]))
}
