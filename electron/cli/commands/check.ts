import type { Command } from '../command.ts'
import { textTable } from '../text-table.ts'

/** Checks the catalog: the database, its full-text and position indices, and the heads of the change log. */
export const check: Command = {
  name: 'check',
  summary: 'check that the catalog is whole',
  options: {},
  async run(context) {
    const { client } = await context.open()
    const findings = await client['catalog.check']({})
    const broken = findings.filter(({ ok }) => !ok)
    const failures =
      broken.length === 0
        ? []
        : [`The catalog is not whole (${broken.map((each) => each.check).join(', ')}); open its newest backup.`]
    return {
      json: { ok: broken.length === 0, findings },
      text: textTable(
        [{ heading: 'Check' }, { heading: 'Result' }, { heading: 'Detail' }],
        findings.map((each) => [each.check, each.ok ? 'ok' : 'FAILED', each.detail]),
      ),
      failures,
    }
  },
}
