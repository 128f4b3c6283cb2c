import type { Command } from '../command.ts'
import { saveDocument } from '../save-document.ts'
import { SCENARIO_NOTES, SCENARIO_OPTIONS, scenarioOf } from '../scenario-options.ts'
import { UsageError } from '../usage-error.ts'

/** Writes all sites with their ranking. */
export const exportSites: Command = {
  name: 'export',
  summary: 'write all sites with their ranking as CSV or GeoJSON',
  options: {
    format: { type: 'string', value: 'csv|geojson', help: 'the format', isRequired: true },
    out: { type: 'string', value: 'FILE', help: 'the file to write; one that is there is replaced', isRequired: true },
    ...SCENARIO_OPTIONS,
  },
  notes: SCENARIO_NOTES,
  async run(context) {
    const format = context.options['format']
    if (format !== 'csv' && format !== 'geojson')
      throw new UsageError(`--format is csv or geojson and not "${format}".`)
    const { input } = scenarioOf(context.options)
    const session = await context.open()
    const { siteCount } = await session.client['catalog.summary']({})
    const saved = await saveDocument(session, context, () =>
      session.client['exports.start']({ format, scenario: input }),
    )
    return {
      json: { format, ...saved, sites: siteCount },
      text: `Wrote ${siteCount} sites to ${saved.file}.`,
    }
  },
}
