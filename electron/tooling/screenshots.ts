import { spawnSync } from 'node:child_process'
import path from 'node:path'
import process from 'node:process'
import { projectRoot } from './project-root.ts'

/** Writes the README's pictures into data/screenshots by the tour of every screen that the tests make. */
const { status } = spawnSync(
  process.execPath,
  [
    path.join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs'),
    'run',
    '--config',
    'test/vitest.config.ts',
    '--project',
    'e2e',
    'test/e2e/screens.test.ts',
  ],
  { cwd: projectRoot, stdio: 'inherit', env: { ...process.env, SWITCHYARD_SCREENSHOTS: '1' } },
)
process.exitCode = status ?? 1
