import { spawn } from 'node:child_process'
import path from 'node:path'
import process from 'node:process'
import { build, printOutcome } from './build.ts'
import { projectRoot } from './project-root.ts'

// Builds the app and then its installers; arguments go to electron-builder: "npm run package -- --linux dir".
try {
  await build(undefined, printOutcome)
  process.exitCode = await runBuilder(process.argv.slice(2))
} catch (error) {
  console.error(`The app was not packaged: ${error instanceof Error ? error.message : error}`)
  process.exitCode = 1
}

/** Its command line in a process of its own: it changes the environment and ends the process it runs in. */
function runBuilder(args: readonly string[]): Promise<number> {
  const script = path.join(projectRoot, 'node_modules', 'electron-builder', 'out', 'cli', 'cli.js')
  return new Promise((resolve, reject) => {
    // Nothing is ever published from here, whatever the environment of a build machine suggests.
    const child = spawn(process.execPath, [script, '--publish', 'never', ...args], {
      cwd: projectRoot,
      stdio: 'inherit',
    })
    child.on('error', reject)
    child.on('exit', (code) => resolve(code ?? 1))
  })
}
