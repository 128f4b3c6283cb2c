import { writeFileSync } from 'node:fs'
import path from 'node:path'
import type { Db } from '../../electron/core/db/database.ts'
import type { Recognised, Staged } from '../../electron/core/import/importer.ts'
import { recogniseFile } from '../../electron/core/import/recognise-file.ts'
import { openSource } from '../../electron/core/import/source/open-source.ts'
import { tempFolder } from './temp-folder.ts'

/** Recognises a file and reads it to its end, as a dry run does. */
export async function stageFile(db: Db, file: string): Promise<{ recognised: Recognised; staged: Staged }> {
  const source = await openSource({ path: file, name: path.basename(file) })
  const recognised = await recogniseFile(source, undefined)
  const staged = await recognised.stage({ db, referenceFolder: '', progress: () => {}, turn: () => undefined })
  return { recognised, staged }
}

/** The same for a text under a name that says nothing. */
export function stageText(db: Db, text: string, name = 'file.csv') {
  const file = path.join(tempFolder(), name)
  writeFileSync(file, text)
  return stageFile(db, file)
}
