import { AppError } from '../../../../shared/contract/errors.ts'
import { isSiteFieldKey, type SiteFieldKey } from '../../../../shared/domain/site/site-fields.ts'
import type { CsvTable } from '../csv-table.ts'
import { readSiteRows } from '../site-rows.ts'
import { derivedIds } from './derived-ids.ts'
import type { Layout } from './layout.ts'
import { mapSiteColumns, type SiteColumnRole } from './map-site-columns.ts'

/** Any list of sites with a header row: a name or an id, a position, and whatever else it knows. */
export const sitesCsv: Layout = {
  format: 'sites-csv',
  kind: 'sites',
  title: 'List of sites',
  attribution: '',
  dataSetName: (fileName) => fileName,
  recognises: (header) => {
    const found = mapSiteColumns(header)
    return (found.has('name') || found.has('siteId')) && missingPosition(found) === null
  },
  read(table) {
    const found = mapSiteColumns(table.header)
    refuseMissing(table, found)
    const fields = [...found].filter((each): each is [SiteFieldKey, number] => isSiteFieldKey(each[0]))
    const dataSetName = sitesCsv.dataSetName(table.file.name)
    return readSiteRows(table, {
      columns: {
        header: table.header,
        fields: new Map(fields),
        latitude: found.get('latitude'),
        longitude: found.get('longitude'),
        hasDecimalComma: table.delimiter === ';',
      },
      id: found.get('siteId'),
      source: found.get('source'),
      sourceDate: found.get('sourceDate'),
      derivedId: derivedIds(dataSetName),
    })
  },
}

function refuseMissing(table: CsvTable, found: ReadonlyMap<SiteColumnRole, number>): void {
  const missing = [found.has('name') || found.has('siteId') ? null : '"name" (or "site_id")', missingPosition(found)]
  const columns = missing.filter((each) => each !== null)
  if (columns.length === 0) return
  throw new AppError(
    'bad_input',
    `"${table.file.name}" has no column ${columns.join(' and ')}; Switchyard needs a name and a position for each site.`,
  )
}

function missingPosition(found: ReadonlyMap<SiteColumnRole, number>): string | null {
  if (found.has('position')) return null
  const missing = (['latitude', 'longitude'] as const).filter((role) => !found.has(role)).map((role) => `"${role}"`)
  return missing.length === 0 ? null : missing.join(' and ')
}
