import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { projectRoot } from '../../electron/tooling/project-root.ts'

const AXE = readFileSync(path.join(projectRoot, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8')

/** Fails when what the page shows has a serious or critical accessibility problem by axe-core, by all of its rules or these. */
export async function expectAccessible(page: Page, rules?: readonly string[]): Promise<void> {
  // Evaluated by the debugger protocol, which the page's content security policy does not concern.
  await page.evaluate(AXE)
  const options = rules === undefined ? {} : { runOnly: [...rules] }
  const results = await page.evaluate(
    (given) => (globalThis as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run(given),
    options,
  )
  const problems = results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target.join(' ')} ${node.failureSummary}`).join(' | ')}`,
    )
  expect(problems).toEqual([])
}
