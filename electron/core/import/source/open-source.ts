import { createHash } from 'node:crypto'
import { type FileHandle, open } from 'node:fs/promises'
import { AppError } from '../../../../shared/contract/errors.ts'
import { openCsvTable } from '../csv-table.ts'
import { fileProblem } from '../file-problem.ts'
import { IMPORT_LIMITS } from '../import-limits.ts'
import { scanFile } from '../scan-file.ts'
import type { ScannedFile } from '../scanned-file.ts'
import { fileBytes } from './byte-reader.ts'
import { contentOfHead } from './file-content.ts'
import { FileFacts } from './file-facts.ts'
import { refusal } from './refusal.ts'
import type { SourceFile } from './source-file.ts'
import { textSource } from './text-source.ts'
import { isWorkbook, openWorkbook } from './xlsx/open-workbook.ts'
import { openZip, type ZipSource } from './zip-source.ts'

const HEAD_BYTES = 64 * 1024
const CHUNK_BYTES = 1024 ** 2

const SCANS = new FileFacts<ScannedFile>()
const HASHES = new FileFacts<string>()

/**
 * Opens a file to import: looks at its first bytes, and hashes it.
 * @throws AppError bad_input with one sentence for what is no file, is empty, too large, or cannot be read.
 */
export async function openSource(file: {
  path: string
  name: string
  coordinateSystem?: string | undefined
}): Promise<SourceFile> {
  const { head, byteLength, modifiedMs } = await readHead(file)
  const { path, name, coordinateSystem } = file
  const named = { path, name, coordinateSystem, byteLength, modifiedMs, head }
  const content = contentOfHead(head)
  if (content === 'text') {
    const scanned = { ...(await SCANS.of(file.path, () => scanFile(file))), name: file.name }
    return { ...named, sha256: scanned.sha256, content, ...otherReaders(named), ...textReaders(scanned) }
  }
  const zip = content === 'zip' ? openZip(file.name, fileBytes(named)) : undefined
  const isTable = zip !== undefined && isWorkbook(zip)
  return {
    ...named,
    sha256: await HASHES.of(file.path, () => hashFile(file)),
    content: isTable ? 'workbook' : content,
    ...otherReaders(named),
    ...(zip ? zipReaders(file.name, zip) : {}),
  }
}

type Readers = Pick<SourceFile, 'text' | 'csv' | 'workbook' | 'zip'>

function textReaders(scanned: ScannedFile): Pick<Readers, 'text' | 'csv'> {
  return { text: async () => textSource(scanned), csv: () => openCsvTable(scanned) }
}

function zipReaders(name: string, zip: ZipSource): Pick<Readers, 'workbook' | 'zip'> {
  return { workbook: () => openWorkbook(name, zip), zip: async () => zip }
}

/** Readers of what the file is not. */
function otherReaders(file: Pick<SourceFile, 'name' | 'path' | 'head' | 'byteLength'>): Readers {
  const refuse = async () => {
    throw refusal(file)
  }
  return { text: refuse, csv: refuse, workbook: refuse, zip: refuse }
}

async function readHead(file: { path: string; name: string }) {
  let handle: FileHandle
  try {
    handle = await open(file.path, 'r')
  } catch (error) {
    throw fileProblem(file.name, error)
  }
  try {
    const stat = await handle.stat()
    if (stat.isDirectory()) throw fileProblem(file.name, { code: 'EISDIR' })
    if (!stat.isFile())
      throw new AppError('bad_input', `"${file.name}" is a device and not a file; choose a file to import.`)
    if (stat.size > IMPORT_LIMITS.fileBytes)
      throw new AppError(
        'bad_input',
        `"${file.name}" is larger than 2 GB; split it and import the parts one after another.`,
      )
    if (stat.size === 0) throw new AppError('bad_input', `"${file.name}" is empty; choose a file with something in it.`)
    const buffer = Buffer.alloc(Math.min(HEAD_BYTES, stat.size))
    const { bytesRead } = await handle.read(buffer, 0, buffer.length, 0)
    return { head: buffer.subarray(0, bytesRead), byteLength: stat.size, modifiedMs: stat.mtimeMs }
  } catch (error) {
    throw error instanceof AppError ? error : fileProblem(file.name, error)
  } finally {
    await handle.close()
  }
}

async function hashFile(file: { path: string; name: string }): Promise<string> {
  try {
    const handle = await open(file.path, 'r')
    try {
      const hash = createHash('sha256')
      const buffer = Buffer.allocUnsafe(CHUNK_BYTES)
      for (;;) {
        const { bytesRead } = await handle.read(buffer, 0, CHUNK_BYTES, null)
        if (bytesRead === 0) return hash.digest('hex')
        hash.update(buffer.subarray(0, bytesRead))
      }
    } finally {
      await handle.close()
    }
  } catch (error) {
    throw fileProblem(file.name, error)
  }
}
