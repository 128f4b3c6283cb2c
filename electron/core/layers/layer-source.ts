import { AppError } from '../../../shared/contract/errors.ts'
import type { Db } from '../db/database.ts'
import { prepared } from '../db/prepared.ts'

/** Where the features of a layer are: rows of `table` with its edition. Its columns are those of `layer_feature`. */
export interface LayerSource {
  readonly table: string
  readonly edition: number
}

/** The source of an imported layer. @throws AppError not_found */
export function importedSource(db: Db, layerId: number): LayerSource {
  const edition = prepared(db, `SELECT edition FROM data_set WHERE key = ? AND kind = 'layer'`).pluck().get(layerId)
  if (typeof edition !== 'number')
    throw new AppError('not_found', 'The layer is no longer in the catalog; look at the list of layers again.')
  return { table: 'layer_feature', edition }
}
