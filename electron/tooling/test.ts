import { spawn } from 'node:child_process'
import { readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import process from 'node:process'
import { projectRoot } from './project-root.ts'

interface Step {
  readonly name: string
  readonly script: string
  readonly args: readonly string[]
}

const COUNTS_FILE = path.join(projectRoot, 'dist', 'test-counts.json')
const given = process.argv.slice(2)

const CHECKS: readonly Step[] = [
  { name: 'typecheck', script: 'node_modules/typescript/bin/tsc', args: ['-b'] },
  { name: 'lint', script: 'node_modules/@biomejs/biome/bin/biome', args: ['check', '--error-on-warnings', '.'] },
  { name: 'build', script: 'electron/tooling/build.ts', args: [] },
]
const TESTS: Step = {
  name: 'tests',
  script: 'node_modules/vitest/vitest.mjs',
  args: [
    'run',
    '--config',
    'test/vitest.config.ts',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${COUNTS_FILE}`,
    ...given,
  ],
}

rmSync(COUNTS_FILE, { force: true })
const outcomes: { name: string; code: number; seconds: number }[] = []
for (const step of [...CHECKS, TESTS]) {
  console.log(`\n── ${step.name}`)
  const startMs = performance.now()
  const code = await run(step)
  const seconds = (performance.now() - startMs) / 1_000
  outcomes.push({ name: step.name, code, seconds })
  console.log(`── ${step.name} ${code === 0 ? 'passed' : 'failed'} in ${seconds.toFixed(1)} s`)
}

const failed = outcomes.find((outcome) => outcome.code !== 0)
console.log(`\n${outcomes.map(({ name, code }) => `${name} ${code === 0 ? 'passed' : 'FAILED'}`).join(', ')}`)
console.log(countsLine())
process.exitCode = failed?.code ?? 0

function run({ script, args }: Step): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [path.join(projectRoot, script), ...args], {
      cwd: projectRoot,
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    child.on('error', () => resolve(1))
    child.on('exit', (code) => resolve(code ?? 1))
  })
}

/** The tests' own count with the failed checks added, as the last line to read. */
function countsLine(): string {
  const failedChecks = outcomes.filter(({ name, code }) => code !== 0 && name !== TESTS.name).length
  try {
    const { numPassedTests, numFailedTests, numFailedTestSuites } = JSON.parse(readFileSync(COUNTS_FILE, 'utf8'))
    // A file that does not load fails as a suite and counts no test.
    const brokenFiles = numFailedTests === 0 ? numFailedTestSuites : 0
    return `${numPassedTests} passed, ${numFailedTests + brokenFiles + failedChecks} failed`
  } catch {
    return `0 passed, ${1 + failedChecks} failed`
  }
}
