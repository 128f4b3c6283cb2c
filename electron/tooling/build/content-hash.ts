import { createHash, type Hash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/** SHA-256 over the names and contents of the given files and folders. A missing one counts as absent, not as empty. */
export function contentHash(root: string, inputs: readonly string[]): string {
  const hash = createHash('sha256')
  for (const input of [...inputs].sort()) addEntry(hash, root, input)
  return hash.digest('hex')
}

function addEntry(hash: Hash, root: string, relative: string): void {
  const file = path.join(root, relative)
  const stat = statSync(file, { throwIfNoEntry: false })
  if (!stat) {
    hash.update(`absent ${relative}\n`)
  } else if (stat.isDirectory()) {
    for (const name of readdirSync(file).sort()) addEntry(hash, root, `${relative}/${name}`)
  } else {
    hash.update(`file ${relative} ${stat.size}\n`).update(readFileSync(file))
  }
}
