import { AppError } from '../../../shared/contract/errors.ts'
import { openCsvTable } from './csv-table.ts'
import type { ExistingSites, ImportEvent } from './import-event.ts'
import { LAYOUTS } from './layouts/layouts.ts'
import { sitesCsv } from './layouts/sites-csv.ts'
import { scanFile } from './scan-file.ts'

export type { ExistingSites, ImportEvent } from './import-event.ts'

/** A file that is recognised and ready to be read. */
export interface OpenedImport {
  readonly format: string
  readonly kind: string
  /** A later file with the same data set name is the next edition of this one. */
  readonly dataSetName: string
  readonly attribution: string
  readonly sha256: string
  readonly byteLength: number
  /** Records and rejections in file order, with progress between. Reading goes on as it is iterated; leaving it early closes the file. */
  readonly rows: AsyncIterable<ImportEvent>
}

/**
 * Recognises a file by its content, never by its name, and opens it.
 * @param format a layout's id, to read the file as that whatever its columns say.
 * @param catalog finds the sites that rows without a site id speak of.
 * @throws AppError bad_input with one sentence; iterating `rows` may throw it too.
 */
export async function openImport(
  file: { path: string; name: string },
  format: string | undefined,
  catalog: ExistingSites,
): Promise<OpenedImport> {
  const named = format === undefined ? undefined : LAYOUTS.find((layout) => layout.format === format)
  if (format !== undefined && !named)
    throw new AppError(
      'bad_input',
      `"${format.slice(0, 60)}" is not a format; choose ${LAYOUTS.map((layout) => layout.format).join(', ')}.`,
    )
  const scanned = await scanFile(file)
  const table = await openCsvTable(scanned)
  // The list of sites is tried last whether or not it is recognised: it can name the column that is missing.
  const layout = named ?? LAYOUTS.find((each) => each.recognises(table.header)) ?? sitesCsv
  return {
    format: layout.format,
    kind: layout.kind,
    dataSetName: layout.dataSetName(file.name).slice(0, 200),
    attribution: layout.attribution,
    sha256: scanned.sha256,
    byteLength: scanned.byteLength,
    rows: layout.read(table, catalog),
  }
}
