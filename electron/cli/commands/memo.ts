import type { Command } from '../command.ts'
import { RULER_OPTION, rulerOption } from '../ruler-option.ts'
import { saveDocument } from '../save-document.ts'
import { openScenario, SCENARIO_NOTES, SCENARIO_OPTIONS } from '../scenario-options.ts'

/** Writes the PDF memo of one site. */
export const memo: Command = {
  name: 'memo',
  summary: 'write the PDF memo of a site',
  options: {
    site: { type: 'string', value: 'ID', help: 'the site', isRequired: true },
    out: {
      type: 'string',
      value: 'FILE.pdf',
      help: 'the file to write; one that is there is replaced',
      isRequired: true,
    },
    ...SCENARIO_OPTIONS,
    ...RULER_OPTION,
  },
  notes: SCENARIO_NOTES,
  async run(context) {
    const siteId = String(context.options['site'])
    const { session, input } = await openScenario(context)
    const ruler = await rulerOption(context.options, session.client)
    const saved = await saveDocument(session, context, () =>
      session.client['memos.start']({ siteId, scenario: input, ruler: ruler.id }),
    )
    return {
      json: { site_id: siteId, ...saved },
      text: `Wrote the memo of ${siteId} to ${saved.file} (${Math.ceil(saved.bytes / 1000)} kB).`,
    }
  },
}
