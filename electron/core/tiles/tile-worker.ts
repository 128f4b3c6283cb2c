import { parentPort } from 'node:worker_threads'
import { AppError } from '../../../shared/contract/errors.ts'
import { testArchive } from './test-archive.ts'
import { TileArchives } from './tile-archives.ts'
import type { FromTileWorker, TileTask, ToTileWorker } from './tile-worker-messages.ts'
import { writePack } from './write-pack.ts'

/** Entry of the thread that reads map tiles: a slow disk or a damaged file keeps neither window nor catalog waiting. */

const port = parentPort
if (!port) throw new Error('The tile worker runs in a worker thread.')
const archives = new TileArchives()

function run(task: TileTask) {
  switch (task.type) {
    case 'describe':
      return archives.describe(task.ref)
    case 'tile':
      return archives.tile(task.ref, task.address)
    case 'test':
      return testArchive(task.ref)
    case 'release':
      archives.release(task.file)
      return null
    case 'pack':
      writePack(task.file, task.metadata, task.tiles)
      return null
  }
}

port.on('message', ({ id, task }: ToTileWorker) => {
  let answer: FromTileWorker
  try {
    answer = { id, ok: true, value: run(task) }
  } catch (error) {
    const known = error instanceof AppError ? { code: error.code, message: error.message } : null
    const internal = error instanceof Error ? (error.stack ?? error.message) : String(error)
    answer = { id, ok: false, error: known, internal: known ? '' : internal }
  }
  port.postMessage(answer)
})
