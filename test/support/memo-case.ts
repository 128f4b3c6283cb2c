import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { MemoInput } from '../../electron/core/documents/memo/memo-input.ts'
import { writeMemo } from '../../electron/core/documents/memo/write-memo.ts'
import { resourceFolders } from '../../electron/host/paths.ts'
import { unpackColumns } from '../../shared/columns/unpack-columns.ts'
import { DEFAULT_PRESET } from '../../shared/domain/scenario/presets.ts'
import { type ReadPdf, readPdf } from './read-pdf.ts'
import { type TempCatalog, tempCatalog } from './temp-catalog.ts'
import { tempFolder } from './temp-folder.ts'

export const MEMO_DATE_MS = Date.UTC(2026, 10, 22, 9, 30)

/** A catalog with the reference sites. */
export async function referenceCatalog(): Promise<TempCatalog> {
  const catalog = tempCatalog()
  const { reference } = resourceFolders()
  for (const name of ['sites.csv', 'retired_coal.csv'])
    await catalog.report(readFileSync(path.join(reference, name), 'utf8'), { name })
  return catalog
}

/** What the document worker hands to a memo, with what a test changes. */
export async function memoInput(
  catalog: TempCatalog,
  siteId: string,
  changes: Partial<MemoInput> = {},
): Promise<MemoInput> {
  return {
    outputFile: path.join(tempFolder(), 'memo.pdf'),
    resources: resourceFolders(),
    columns: unpackColumns(await catalog.call['sites.columns']({})),
    site: await catalog.call['sites.get']({ siteId }),
    changes: await catalog.call['sites.changes']({ siteId }),
    scenario: { preset: DEFAULT_PRESET, changes: {} },
    summary: await catalog.call['catalog.summary']({}),
    author: 'Jane Doe',
    nowMs: MEMO_DATE_MS,
    appVersion: '0.1.0',
    isCancelled: () => false,
    onProgress() {},
    ...changes,
  }
}

export interface WrittenMemo extends ReadPdf {
  readonly file: string
  readonly bytes: Buffer
}

export async function write(input: MemoInput): Promise<WrittenMemo> {
  await writeMemo(input)
  const bytes = readFileSync(input.outputFile)
  return { file: input.outputFile, bytes, ...readPdf(bytes) }
}
