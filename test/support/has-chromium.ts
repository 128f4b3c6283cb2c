import { execFileSync } from 'node:child_process'
import process from 'node:process'
import { findChromium } from './chromium.ts'

// Ends with 0 where the tests will find a browser that starts.
try {
  execFileSync(await findChromium(), ['--no-sandbox', '--version'], { stdio: 'ignore' })
} catch {
  process.exitCode = 1
}
