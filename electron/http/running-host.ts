import { createHash } from 'node:crypto'
import { chmodSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import * as z from 'zod'
import { isProcessRunning } from '../host/is-process-running.ts'
import { ensurePrivateFolder } from '../host/paths.ts'

const record = z.strictObject({
  url: z.string().regex(/^http:\/\/127\.0\.0\.1:\d{1,5}$/),
  controlToken: z.string(),
  processId: z.int().positive(),
})
const launched = z.strictObject({ launchUrl: z.string() })

/**
 * Notes in the runtime folder, for the user's own processes alone, how to reach the host that has a catalog open.
 * Returns what takes the note away again.
 */
export function noteRunningHost(
  runtimeFolder: string,
  catalogFile: string,
  host: { url: string; controlToken: string },
): () => void {
  const file = noteFile(ensurePrivateFolder(runtimeFolder), catalogFile)
  const note: z.output<typeof record> = { url: host.url, controlToken: host.controlToken, processId: process.pid }
  // A file made anew has the mode from its first byte on; one that a killed host left behind may not.
  rmSync(file, { force: true })
  writeFileSync(file, JSON.stringify(note), { mode: 0o600, flag: 'wx' })
  chmodSync(file, 0o600)
  return () => rmSync(file, { force: true })
}

/** A fresh launch address from the host that has this catalog open, or null where none answers. */
export async function askRunningHost(runtimeFolder: string, catalogFile: string): Promise<string | null> {
  try {
    const note = JSON.parse(readFileSync(noteFile(runtimeFolder, catalogFile), 'utf8'))
    const { url, controlToken, processId } = record.parse(note)
    // Anybody may have taken the port of a host that was killed.
    if (!isProcessRunning(processId)) return null
    const answer = await fetch(`${url}/api/launch`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', origin: url, authorization: `Bearer ${controlToken}` },
      body: '{}',
      signal: AbortSignal.timeout(3_000),
    })
    const { launchUrl } = launched.parse(await answer.json())
    return launchUrl.startsWith(`${url}/#launch=`) ? launchUrl : null
  } catch {
    return null
  }
}

function noteFile(folder: string, catalogFile: string): string {
  const id = createHash('sha256').update(path.resolve(catalogFile)).digest('hex').slice(0, 16)
  return path.join(folder, `host-${id}.json`)
}
