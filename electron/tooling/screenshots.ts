import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import process from 'node:process'
import { projectRoot } from './project-root.ts'

const SITE = 'riot-platforms-corsicana-tx'

/** Writes the README's pictures into data/screenshots: the tests' tour of every screen, and a memo's first page. */
function takeScreenshots(): boolean {
  const vitest = path.join(projectRoot, 'node_modules', 'vitest', 'vitest.mjs')
  const tour = ['run', '--config', 'test/vitest.config.ts', '--project', 'e2e', 'test/e2e/screens.test.ts']
  return node([vitest, ...tour], { SWITCHYARD_SCREENSHOTS: '1' }) && printMemo()
}

/** A page needs poppler's pdftoppm to become a picture; without it the picture stays as it is, and that is said. */
function printMemo(): boolean {
  const folder = mkdtempSync(path.join(tmpdir(), 'switchyard-memo-'))
  const cli = path.join(projectRoot, 'electron', 'cli', 'main.ts')
  const catalog = ['--catalog', path.join(folder, 'catalog.db')]
  const memo = path.join(folder, 'memo.pdf')
  const picture = path.join(projectRoot, 'data', 'screenshots', 'memo')
  try {
    if (!node([cli, 'init', '--reference', ...catalog])) return false
    if (!node([cli, 'memo', '--site', SITE, '--out', memo, ...catalog])) return false
    const { status } = spawnSync('pdftoppm', ['-png', '-r', '110', '-singlefile', '-f', '1', memo, picture])
    if (status !== 0) console.warn('The picture of the memo is not new: pdftoppm, of poppler, did not run.')
    return true
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function node(args: readonly string[], environment: NodeJS.ProcessEnv = {}): boolean {
  const env = { ...process.env, ...environment }
  return spawnSync(process.execPath, args, { cwd: projectRoot, stdio: 'inherit', env }).status === 0
}

process.exitCode = takeScreenshots() ? 0 : 1
