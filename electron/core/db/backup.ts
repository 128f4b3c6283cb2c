import { closeSync, existsSync, mkdirSync, openSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import type { Db } from './database.ts'

const KEPT = 10

/** The folder of a catalog's backups: `backups`, beside it. */
export function backupFolder(catalogFile: string): string {
  return path.join(path.dirname(catalogFile), 'backups')
}

/**
 * Writes a compact copy of the catalog to its backup folder and keeps the ten newest.
 * @returns the copy's path.
 */
export function backUp(db: Db, catalogFile: string, nowMs: number): string {
  const folder = backupFolder(catalogFile)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = freeName(folder, catalogFile, nowMs)
  // SQLite fills an empty file and so keeps the permissions it was made with.
  closeSync(openSync(file, 'wx', 0o600))
  try {
    db.prepare('VACUUM INTO ?').run(file)
  } catch (error) {
    rmSync(file, { force: true })
    throw error
  }
  for (const old of backupsOf(catalogFile).slice(KEPT)) rmSync(old, { force: true })
  return file
}

/** Paths of a catalog's backups, newest first. */
export function backupsOf(catalogFile: string): string[] {
  const folder = backupFolder(catalogFile)
  if (!existsSync(folder)) return []
  const { name, ext } = path.parse(catalogFile)
  return readdirSync(folder)
    .filter((file) => file.startsWith(`${name}-`) && file.endsWith(ext) && STAMP.test(file.slice(name.length)))
    .sort()
    .reverse()
    .map((file) => path.join(folder, file))
}

const STAMP = /^-\d{4}-\d{2}-\d{2}T\d{6}\.\d{3}Z(\.|$)/

function freeName(folder: string, catalogFile: string, nowMs: number): string {
  const { name, ext } = path.parse(catalogFile)
  for (let ms = nowMs; ; ms++) {
    const file = path.join(folder, `${name}-${new Date(ms).toISOString().replaceAll(':', '')}${ext}`)
    if (!existsSync(file)) return file
  }
}
