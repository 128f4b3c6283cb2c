import { writeFileSync } from 'node:fs'
import path from 'node:path'
import { onTestFinished } from 'vitest'
import type { Db } from '../../electron/core/db/database.ts'
import { openCatalog } from '../../electron/core/db/open-catalog.ts'
import type { Recognised, Staged } from '../../electron/core/import/importer.ts'
import { recogniseFile } from '../../electron/core/import/recognise-file.ts'
import { openSource } from '../../electron/core/import/source/open-source.ts'
import { tempFolder } from './temp-folder.ts'

/** Recognises a file and stages it in an empty catalog, as a dry run does. */
export async function stageLayer(
  file: string,
  format?: string,
): Promise<{ readonly recognised: Recognised; readonly staged: Staged; readonly db: Db }> {
  const source = await openSource({ path: file, name: path.basename(file) })
  const recognised = await recogniseFile(source, format)
  const { db, lock } = openCatalog(path.join(tempFolder(), 'catalog.db'), Date.now())
  onTestFinished(() => {
    db.close()
    lock.release()
  })
  const staged = await recognised.stage({
    db,
    referenceFolder: 'data/reference',
    progress: () => undefined,
    turn: () => undefined,
  })
  return { recognised, staged, db }
}

/** Stages the content as a file of this name. */
export function stageContent(name: string, content: string | Uint8Array, format?: string) {
  const file = path.join(tempFolder(), name)
  writeFileSync(file, content)
  return stageLayer(file, format)
}

export interface StagedFeature {
  readonly layer: string
  readonly name: string | null
  readonly vertices: number
  readonly west: number
  readonly south: number
  readonly east: number
  readonly north: number
  readonly crosses_itself: number | null
  readonly attributes: string
}

/** The features that wait to go in. */
export function peekStaged(db: Db): StagedFeature[] {
  return db.prepare('SELECT * FROM temp.stage_feature ORDER BY ordinal').all() as StagedFeature[]
}
