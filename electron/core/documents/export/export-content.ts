import type { ExportColumn } from '../../../../shared/domain/export/export-columns.ts'
import type { ExportProfile } from '../../../../shared/domain/export/export-profile.ts'
import type { Verdict } from '../../../../shared/domain/site/strategies.ts'
import type { ExportedAnnotation } from './exported-annotations.ts'

export type ExportValue = string | number | null

/** What an export says of one thing: values by the names of its columns. */
export type ExportRow = Readonly<Record<string, ExportValue>>

/** A table beside the sites: rows of notes and sources name the site that they speak of. */
export interface ExportSideTable {
  readonly name: 'notes' | 'sources' | 'queue'
  readonly title: string
  readonly columns: readonly ExportColumn[]
}

export interface ExportedSite {
  readonly row: ExportRow
  /** WGS84 degrees, longitude first; null where the profile or the catalog knows no place. */
  readonly position: readonly [longitude: number, latitude: number] | null
  /** What a reader calls the site: its name, or its code name in a teaser. */
  readonly title: string
  /** Null where the profile hides what the team thinks of the site. */
  readonly verdict: Verdict | null
  readonly notes: readonly ExportRow[]
  readonly sources: readonly ExportRow[]
}

/** What is written, whatever the format. */
export interface ExportContent {
  readonly title: string
  readonly profile: ExportProfile
  readonly columns: readonly ExportColumn[]
  /** Tables that the profile and the chosen columns allow; formats of a single table leave them out. */
  readonly sideTables: readonly ExportSideTable[]
  /** The drawings that go out with the sites; formats without places leave them out. */
  readonly annotations: readonly ExportedAnnotation[]
  /** Every site once, in the order of the file. @throws AppError cancelled */
  sites(): AsyncIterable<ExportedSite>
  /** The rows of the queue's table, where that is one of the side tables. */
  queue(): Iterable<ExportRow>
}

/** Writes the content into a file that is whole or not there. */
export type ExportWriter = (outputFile: string, content: ExportContent) => Promise<void>
