import type { SiteFieldKey } from '../../../shared/domain/site/site-fields.ts'
import type { ImportedRecord } from '../import/imported-record.ts'
import { packCells } from '../site/packed-cells.ts'

/** A record on its way into the catalog, in the catalog's own form. */
export type StagedRecord = readonly [
  siteId: string,
  rowNumber: number,
  source: string,
  asOf: string | null,
  /** As JSON: all values, or where there is a shape those that the cells do not say. */
  siteValues: string,
  rungs: string | null,
  /** Index into `layouts`. */
  layout: number,
  cells: string,
]

/** What the records of a table share, as the catalog keeps it. */
export interface StagedLayout {
  readonly names: string
  readonly shape: string | null
}

type Head = [
  siteId: string,
  rowNumber: number,
  source: string,
  asOf: string | null,
  siteValues: string,
  rungs: string | null,
  layout: number,
]

const BATCH = 500
/** Stands in no packed cells and, being escaped there, in no JSON. */
const BETWEEN = '\u001e'

/**
 * The records of one import, packed: about as many bytes as the file has, outside of the heap. They are read back in
 * their order, as often as wanted.
 */
export class StagedRecords {
  readonly layouts: StagedLayout[] = []
  /** The fields of which any record says something. */
  readonly fields = new Set<SiteFieldKey>()
  count = 0
  #heads: Head[] = []
  #cells: string[] = []
  #packed: Buffer[] = []
  #last: { header: readonly string[]; shape: ImportedRecord['shape']; layout: number } | undefined
  readonly #rungs = new Map<object, string>()

  add(record: ImportedRecord): void {
    const { values, cells, shape } = record
    const rest = shape ? shape.rest(values, cells) : values
    if (rest !== null) for (const key in rest) this.fields.add(key as SiteFieldKey)
    this.#heads.push([
      record.siteId,
      record.rowNumber,
      record.source,
      record.asOf,
      rest === null ? '{}' : JSON.stringify(rest),
      this.#rungsOf(record.rungs),
      this.#layoutOf(record),
    ])
    this.#cells.push(shape ? packCells(cells) : JSON.stringify(cells))
    this.count++
    if (this.#heads.length >= BATCH) this.#pack()
  }

  *batches(): Generator<StagedRecord[], void, undefined> {
    this.#pack()
    for (const packed of this.#packed) {
      const [heads = '[]', ...cells] = packed.toString().split(BETWEEN)
      yield (JSON.parse(heads) as Head[]).map((head, i) => [...head, cells[i] ?? ''] as const)
    }
  }

  clear(): void {
    this.#heads = []
    this.#cells = []
    this.#packed = []
  }

  #pack(): void {
    if (this.#heads.length === 0) return
    this.#packed.push(Buffer.from([JSON.stringify(this.#heads), ...this.#cells].join(BETWEEN)))
    this.#heads = []
    this.#cells = []
  }

  #layoutOf({ header, shape }: ImportedRecord): number {
    if (header === this.#last?.header && shape === this.#last.shape) return this.#last.layout
    const names = JSON.stringify(header)
    const columns = shape?.json ?? null
    let layout = this.layouts.findIndex((each) => each.names === names && each.shape === columns)
    if (layout < 0) layout = this.layouts.push({ names, shape: columns }) - 1
    for (const key of shape?.fields ?? []) this.fields.add(key)
    this.#last = { header, shape, layout }
    return layout
  }

  /** Rungs are often one object for many records. */
  #rungsOf(rungs: ImportedRecord['rungs']): string | null {
    let json = this.#rungs.get(rungs)
    if (json === undefined) {
      json = JSON.stringify(rungs)
      if (Object.isFrozen(rungs)) this.#rungs.set(rungs, json)
    }
    return json === '{}' ? null : json
  }
}
