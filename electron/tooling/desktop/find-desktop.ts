import { readFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { projectRoot } from '../project-root.ts'
import { electronExecutable, electronPackage } from './electron-runtime.ts'
import { fetchElectron } from './fetch-electron.ts'
import { HOW_TO_FETCH, type NoWindow, noWindowHere } from './no-window-here.ts'
import { RefusedDownload } from './refused-download.ts'

const MEGABYTE = 1_000_000
const REPORT_EVERY_BYTES = 20 * MEGABYTE

export type Desktop =
  | { readonly isThere: true; readonly executable: string }
  | { readonly isThere: false; readonly reason: NoWindow }

/**
 * Finds Electron on this machine, or fetches it.
 * @param isForced look and fetch even where a window is not expected to open, or a download has just been refused.
 */
export async function findDesktop(isForced: boolean, say: (line: string) => void): Promise<Desktop> {
  const ruledOut = isForced ? null : noWindowHere(process.platform, process.env, process.getuid?.())
  if (ruledOut) return { isThere: false, reason: ruledOut }
  const found = electronExecutable()
  if (found) return { isThere: true, executable: found }

  const refused = new RefusedDownload(path.join(projectRoot, 'dist'), electronVersion(), process.env)
  const earlier = isForced ? null : refused.recent(Date.now())
  const problem = earlier ?? (await fetchElectron(reportProgress(say)))
  const executable = electronExecutable()
  if (executable) {
    refused.forget()
    return { isThere: true, executable }
  }
  const why = problem ?? 'its download left nothing to start'
  if (earlier === null) refused.remember(why, Date.now())
  return { isThere: false, reason: { why: `Electron is not on this computer and ${why}`, how: HOW_TO_FETCH } }
}

function electronVersion(): string {
  return JSON.parse(readFileSync(path.join(electronPackage, 'package.json'), 'utf8')).version
}

/** Says that a download is going on only once bytes have come: a refused one ends before there is anything to say. */
function reportProgress(say: (line: string) => void): (bytes: number) => void {
  let nextReport = MEGABYTE
  return (bytes) => {
    if (bytes < nextReport) return
    say(`Fetching Electron, ${Math.floor(bytes / MEGABYTE)} MB so far …`)
    nextReport = bytes + REPORT_EVERY_BYTES
  }
}
