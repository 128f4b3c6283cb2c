import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import type { BuildStep } from './build-step.ts'
import { contentHash } from './content-hash.ts'

export interface StepOutcome {
  readonly name: string
  readonly ran: boolean
  readonly seconds: number
}

/**
 * Runs the steps in order, each only when its inputs, or its outputs, are not those of its last run. The hash of the
 * inputs is taken before the run, so that a file edited meanwhile makes the next build run again.
 */
export async function runSteps(
  root: string,
  steps: readonly BuildStep[],
  report: (outcome: StepOutcome) => void,
): Promise<void> {
  for (const step of steps) {
    const startMs = performance.now()
    const stampFile = path.join(root, 'dist', 'stamps', step.name)
    const hash = `${contentHash(root, step.inputs)} ${process.versions.node.split('.')[0]}`
    const ran = !isFresh(root, step, stampFile, hash)
    if (ran) {
      rmSync(stampFile, { force: true })
      await step.run()
      const missing = step.outputs.find((output) => !existsSync(path.join(root, output)))
      if (missing) throw new Error(`The build step "${step.name}" ended without writing ${missing}.`)
      mkdirSync(path.dirname(stampFile), { recursive: true })
      writeFileSync(stampFile, hash)
    }
    report({ name: step.name, ran, seconds: (performance.now() - startMs) / 1_000 })
  }
}

function isFresh(root: string, step: BuildStep, stampFile: string, hash: string): boolean {
  if (!existsSync(stampFile) || readFileSync(stampFile, 'utf8') !== hash) return false
  return step.outputs.every((output) => existsSync(path.join(root, output)))
}
