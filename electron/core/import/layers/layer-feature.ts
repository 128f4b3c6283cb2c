import type { Geometry } from 'geojson'
import type { RejectedRow } from '../../../../shared/contract/jobs.ts'

export type Attributes = Readonly<Record<string, string | number | boolean | null>>

/** One feature of a file, its coordinates WGS84 degrees, longitude first. */
export interface LayerFeature {
  /** Place in the file, from 1. */
  readonly row: number
  /** The layer of the file that it is in. */
  readonly layer: string
  readonly geometry: Geometry | null
  readonly attributes: Attributes
}

export type LayerEvent =
  | { readonly type: 'feature'; readonly feature: LayerFeature }
  | { readonly type: 'rejected'; readonly rejected: RejectedRow }

/** A file of features, opened and ready to be read once. */
export interface OpenedLayer {
  /** What it is: "KML, 323 placemarks in 254 folders" without the counts. */
  readonly title: string
  readonly events: Iterable<LayerEvent> | AsyncIterable<LayerEvent>
  /** Filled while reading: one sentence each. */
  readonly notes: string[]
  /** Figures of the format's own, known when everything is read. */
  figures?(): Readonly<Record<string, unknown>>
  /** What counts as a record where it is not the features: placemarks. */
  recordCount?(): number
  close?(): void
}
