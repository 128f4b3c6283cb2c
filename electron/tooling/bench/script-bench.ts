import { spawnSync } from 'node:child_process'
import path from 'node:path'
import process from 'node:process'
import { projectRoot } from '../project-root.ts'
import type { Bench, BenchRow } from './bench.ts'

/**
 * A bench that needs processes or memory of its own: a script that prints its rows as JSON, and fails where what it
 * measures is wrong.
 */
export function scriptBench(script: string, ...args: readonly string[]): Bench {
  return () => {
    const { status, stdout } = spawnSync(process.execPath, [path.join(projectRoot, script), ...args], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
      maxBuffer: 2 ** 24,
    })
    if (status !== 0) throw new Error(`${script} failed; what it says stands above.`)
    return JSON.parse(stdout) as BenchRow[]
  }
}
