import { AppError } from '../../../shared/contract/errors.ts'
import type { AnnotationList } from '../annotations/read-annotations.ts'
import type { ExportContent, ExportWriter } from './export/export-content.ts'
import { exportedAnnotations } from './export/exported-annotations.ts'

export interface AnnotationExportInput {
  readonly outputFile: string
  readonly format: 'geojson' | 'kml' | 'kmz'
  readonly profile: 'internal' | 'nda'
  readonly drawings: AnnotationList
}

/** Writes drawings alone. @throws AppError bad_input where there are none, or disk. */
export async function exportAnnotations({
  outputFile,
  format,
  profile,
  drawings,
}: AnnotationExportInput): Promise<void> {
  if (drawings.annotations.length === 0)
    throw new AppError('bad_input', 'There is nothing drawn to export; draw on the map first.')
  const content: ExportContent = {
    title: 'Switchyard annotations',
    profile,
    columns: [],
    sideTables: [],
    annotations: exportedAnnotations(drawings.annotations, drawings.groups, profile),
    async *sites() {},
    queue: () => [],
  }
  await (await writerOf(format))(outputFile, content)
}

async function writerOf(format: AnnotationExportInput['format']): Promise<ExportWriter> {
  switch (format) {
    case 'geojson':
      return (await import('./export/write-geojson.ts')).writeGeojson
    case 'kml':
      return (await import('./export/write-kml.ts')).writeKml
    case 'kmz':
      return (await import('./export/write-kmz.ts')).writeKmz
  }
}
