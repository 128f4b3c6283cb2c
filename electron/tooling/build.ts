import path from 'node:path'
import process from 'node:process'
import { basemapStep } from './build/basemap-step.ts'
import { withBuildLock } from './build/build-lock.ts'
import { electronStep } from './build/electron-step.ts'
import { fontsStep } from './build/fonts-step.ts'
import { rendererStep } from './build/renderer-step.ts'
import { runSteps, type StepOutcome } from './build/run-steps.ts'
import { isMainScript } from './is-main-script.ts'
import { projectRoot } from './project-root.ts'

const STEPS = [basemapStep, fontsStep, rendererStep, electronStep]

/**
 * Builds into dist/ what has changed since the last build.
 * @param only names of the steps to run; all of them when left out.
 * @throws Error with the reason when a step fails or a name is not a step's.
 */
export async function build(
  only: readonly string[] = STEPS.map((step) => step.name),
  report: (outcome: StepOutcome) => void = () => {},
): Promise<void> {
  const unknown = only.find((name) => !STEPS.some((step) => step.name === name))
  if (unknown) {
    throw new Error(`There is no build step "${unknown}"; the steps are ${STEPS.map((step) => step.name).join(', ')}.`)
  }
  const steps = STEPS.filter((step) => only.includes(step.name))
  await withBuildLock(path.join(projectRoot, 'dist'), () => runSteps(projectRoot, steps, report))
}

/** One line for each step that had something to do. */
export function printOutcome({ name, ran, seconds }: StepOutcome): void {
  if (ran) console.log(`Built ${name} in ${seconds.toFixed(1)} s.`)
}

if (isMainScript(import.meta.filename)) {
  try {
    const names = process.argv.slice(2)
    await build(names.length > 0 ? names : undefined, printOutcome)
  } catch (error) {
    console.error(`The build failed: ${error instanceof Error ? error.message : error}`)
    process.exitCode = 1
  }
}
