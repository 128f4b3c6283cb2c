import type { PreviewPoint, RejectedRow } from '../../../shared/contract/jobs.ts'
import type { Db } from '../db/database.ts'
import type { SourceFile } from './source/source-file.ts'

export type ImportKind = 'sites' | 'coal plants' | 'queue' | 'prices' | 'plants' | 'layer' | 'document'

/** A family of files that Switchyard reads. */
export interface Importer {
  /** What `--as` takes: queue.ercot-gis, prices.pjm-lmp, sites-csv. */
  readonly id: string
  /** Null where the content is something else. It looks at headers and signatures only. */
  recognise(source: SourceFile): Promise<Recognised | null>
  /**
   * Takes a file as this whatever it looks like; left out where a file that is not recognised cannot be read at all.
   * @throws AppError bad_input naming what is missing.
   */
  force?(source: SourceFile): Promise<Recognised>
}

/** A file that an importer knows, ready to be read. */
export interface Recognised {
  readonly format: string
  readonly kind: ImportKind
  /** What the app says it is: "ERCOT GIS report, October 2025". */
  readonly title: string
  /** A later file with the same data set name is the next edition of this one. */
  readonly dataSetName: string
  readonly attribution: string
  /** ISO date of the edition, possibly only year and month; null where the file does not say. */
  readonly asOf: string | null
  /** Remarks on how the file was read, one sentence each: a fallback encoding, a layout that no real file has proved. */
  readonly notes?: readonly string[]
  /** Reads everything into temporary tables; nothing of it is in the catalog before `commit`. */
  stage(context: StageContext): Promise<Staged>
}

export interface StageContext {
  readonly db: Db
  /** Holds us_counties.csv. */
  readonly referenceFolder: string
  /** `done` and `total` in the unit that the reader counts (bytes of a text, rows of a sheet). */
  progress(done: number, total: number): void
  /**
   * A promise when it is time to let others in, to be awaited at once; undefined before. Ask at every row.
   * @throws (the promise) AppError 'cancelled'
   */
  turn(): Promise<void> | undefined
}

/** What an import would do, counted in what the file is about: sites, projects, series, features. */
export interface ImportDifference {
  readonly added: number
  readonly updated: number
  readonly unchanged: number
  readonly removed: number
}

/** The catalog's rows that an import belongs to. */
export interface CommitTarget {
  readonly dataSet: number
  /** The edition of the data set that this import is; rows may refer to it, and go when it goes. */
  readonly edition: number
  readonly revision: number
  /** The change set of this import on the undo stack; null for one that is not to be undone. */
  readonly changeSet: string | null
}

/** A file that is read and waits to go in. */
export interface Staged {
  /** Rows or features read, whatever became of them; queue projects for queues. */
  readonly records: number
  /** How many of them can go in. With none there is no edition to import. */
  readonly accepted: number
  /** At most 1,000; `rejectedCount` has them all. */
  readonly rejected: readonly RejectedRow[]
  readonly rejectedCount: number
  /** What `--dry-run --json` prints as `summary`: plain JSON. */
  readonly summary: Readonly<Record<string, unknown>>
  /** Against the data set as it now is in the catalog; undefined where it is new. */
  difference(dataSet: number | undefined): ImportDifference
  /** Where the rows lie, at most MOST_PREVIEW_POINTS of them, for the map of a dry run. */
  preview?(dataSet: number | undefined): PreviewPoint[]
  /** Puts the rows in, inside the one transaction of the import, after the raw file was archived. */
  commit(target: CommitTarget): void
  drop(): void
}
