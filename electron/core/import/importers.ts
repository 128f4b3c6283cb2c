import { documentImporter } from './document-importer.ts'
import type { Importer } from './importer.ts'
import { layerImporters } from './layers/layer-importers.ts'
import { placesAsSites } from './layers/places-as-sites.ts'
import { referenceImporters } from './plants/reference-importers.ts'
import { priceImporters } from './prices/price-importers.ts'
import { queueImporters } from './queue/queue-importer.ts'
import { siteImporters, siteList } from './site-importers.ts'
import { siteWorkbook } from './site-workbook.ts'

/** Every importer, in the order they are tried: the most particular first, any list of sites last. */
export const IMPORTERS: readonly Importer[] = [
  documentImporter,
  ...queueImporters,
  ...priceImporters,
  ...referenceImporters,
  ...layerImporters,
  placesAsSites,
  ...siteImporters,
  siteWorkbook,
  siteList,
]
