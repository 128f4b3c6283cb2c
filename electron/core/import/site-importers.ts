import { AppError } from '../../../shared/contract/errors.ts'
import { ExistingSitesInCatalog } from '../data-set/existing-sites.ts'
import { SiteStaging } from '../data-set/site-staging.ts'
import type { CsvTable } from './csv-table.ts'
import type { Importer, Recognised, StageContext } from './importer.ts'
import type { Layout } from './layouts/layout.ts'
import { referenceSites } from './layouts/reference-sites.ts'
import { retiredCoal } from './layouts/retired-coal.ts'
import { sitesCsv } from './layouts/sites-csv.ts'
import type { SourceFile } from './source/source-file.ts'

/** Lists of sites in a layout of their own. */
export const siteImporters: readonly Importer[] = [importerOf(referenceSites), importerOf(retiredCoal)]

/** Any list of sites. It is tried last whether or not it is recognised: it can name the column that is missing. */
export const siteList: Importer = importerOf(sitesCsv)

function importerOf(layout: Layout): Importer {
  return {
    id: layout.format,
    async recognise(source) {
      const table = await tableOf(source)
      return table && layout.recognises(table.header) ? recognisedSites(layout, table) : null
    },
    force: async (source) => recognisedSites(layout, await source.csv()),
  }
}

async function tableOf(source: SourceFile): Promise<CsvTable | null> {
  if (source.content !== 'text') return null
  try {
    return await source.csv()
  } catch (error) {
    // A text that is no table may still be something else.
    if (error instanceof AppError) return null
    throw error
  }
}

/** A table of sites in a layout, ready to be read. */
export function recognisedSites(layout: Layout, table: CsvTable): Recognised {
  return {
    format: layout.format,
    kind: layout.kind,
    title: layout.title,
    dataSetName: layout.dataSetName(table.file.name).slice(0, 200),
    attribution: layout.attribution,
    asOf: null,
    notes: table.file.encoding === 'windows-1252' ? ['The text is not UTF-8 and was read as windows-1252.'] : [],
    async stage(context: StageContext) {
      const staging = new SiteStaging(context.db)
      try {
        let rowsRead = 0
        for await (const event of layout.read(table, new ExistingSitesInCatalog(context.db))) {
          if (event.type === 'record') staging.add(event.record)
          else if (event.type === 'rejected') staging.reject(event.rejected)
          else {
            rowsRead = event.rowsRead
            context.progress(event.bytesRead, table.file.byteLength)
          }
          const turn = context.turn()
          if (turn) await turn
        }
        return staging.finish(rowsRead)
      } catch (error) {
        staging.drop()
        throw error
      }
    },
  }
}
