import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { importFile } from '../../core/data-set/import-file.ts'
import { openCatalog } from '../../core/db/open-catalog.ts'
import { resourceFolders } from '../../host/paths.ts'
import { peakMemoryMb } from './peak-memory-mb.ts'

// Imports a file into a catalog of its own and prints the milliseconds that took, waiting for a core
// included and left out, and the most memory it needed, MB.
const [file = ''] = process.argv.slice(2)
const folder = mkdtempSync(path.join(tmpdir(), 'switchyard-bench-'))
try {
  const { db, lock } = openCatalog(path.join(folder, 'catalog.db'), Date.now())
  const job = { progress() {}, isCancelled: () => false, throwIfCancelled() {} }
  const from = performance.now()
  const cpuFrom = process.cpuUsage()
  const request = {
    path: file,
    name: path.basename(file),
    format: undefined,
    dryRun: false,
    author: 'bench',
    isUndoable: true,
    referenceFolder: resourceFolders().reference,
  }
  const report = await importFile(db, request, job, () => {})
  const ms = performance.now() - from
  const { user, system } = process.cpuUsage(cpuFrom)
  const cpuMs = (user + system) / 1_000
  if (report.rejectedCount > 0) throw new Error(`${report.rejectedCount} rows of the bench were rejected.`)
  process.stdout.write(JSON.stringify({ ms, cpuMs, mb: peakMemoryMb(), records: report.records }))
  db.close()
  lock.release()
} finally {
  rmSync(folder, { recursive: true, force: true })
}
