import { readFileSync } from 'node:fs'
import path from 'node:path'
import type { AxeResults } from 'axe-core'
import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { projectRoot } from '../../electron/tooling/project-root.ts'

const AXE = readFileSync(path.join(projectRoot, 'node_modules', 'axe-core', 'axe.min.js'), 'utf8')

/**
 * Fails when what the page shows has a serious or critical accessibility problem by axe-core, by all of its rules or
 * these, anywhere or within what a selector finds: looking at the whole page takes seconds.
 */
export async function expectAccessible(page: Page, rules?: readonly string[], within?: string): Promise<void> {
  // Evaluated by the debugger protocol, which the page's content security policy does not concern.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(AXE)
  const options = rules === undefined ? {} : { runOnly: [...rules] }
  const results = await page.evaluate(
    ([given, part]) =>
      (globalThis as unknown as { axe: { run(context: unknown, options: object): Promise<AxeResults> } }).axe.run(
        part ?? globalThis.document,
        given,
      ),
    [options, within ?? null] as const,
  )
  const problems = results.violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) => `${id}: ${nodes.map((node) => `${node.target.join(' ')} ${node.failureSummary}`).join(' | ')}`,
    )
  expect(problems).toEqual([])
}
