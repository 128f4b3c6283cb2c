import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { KILLED_KINDS, killImports } from '../support/kill-imports.ts'

const ROUNDS = 20
const SEED = 20_261_122

// One row a kind of file, on standard output; see electron/tooling/bench/script-bench.ts.
const folder = mkdtempSync(path.join(tmpdir(), 'switchyard-bench-'))
try {
  const rows = []
  for (const kind of KILLED_KINDS) {
    const rounds = await killImports(kind, { folder, rounds: ROUNDS, seed: SEED })
    const old = rounds.filter(({ holds }) => holds === 'old rows').length
    rows.push({
      what: `import of ${kind.kind} killed at a random moment: sound catalogs (${old} with the old rows, ${rounds.length - old} with all)`,
      value: rounds.length,
      reference: ROUNDS,
      referenceName: 'killed',
      unit: 'catalogs',
      requiredRatio: null,
    })
  }
  console.log(JSON.stringify(rows))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
