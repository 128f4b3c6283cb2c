import { EXPORT_FORMATS } from '../../../shared/domain/export/export-format.ts'
import { EXPORT_PROFILES } from '../../../shared/domain/export/export-profile.ts'
import type { Command } from '../command.ts'
import { RULER_OPTION, rulerOption } from '../ruler-option.ts'
import { saveDocument } from '../save-document.ts'
import { openScenario, SCENARIO_NOTES, SCENARIO_OPTIONS } from '../scenario-options.ts'
import type { Session } from '../session.ts'
import { UsageError } from '../usage-error.ts'

/** Writes all sites with their ranking. */
export const exportSites: Command = {
  name: 'export',
  summary: 'write sites with their ranking as a table or for the map programs',
  options: {
    format: { type: 'string', value: EXPORT_FORMATS.join('|'), help: 'the format', isRequired: true },
    profile: { type: 'string', value: EXPORT_PROFILES.join('|'), help: 'who the file is for; without it, internal' },
    columns: { type: 'string', value: 'NAME,NAME…', help: 'the columns to write; without it, all of the profile' },
    queue: { type: 'boolean', help: 'add the queue projects as a table, in a workbook or GeoPackage' },
    annotations: { type: 'boolean', help: 'add what is drawn on the map, in a format of the map programs' },
    site: { type: 'string', multiple: true, value: 'ID', help: 'a site to write; without it, all sites' },
    out: { type: 'string', value: 'FILE', help: 'the file to write; one that is there is replaced', isRequired: true },
    ...SCENARIO_OPTIONS,
    ...RULER_OPTION,
  },
  notes: SCENARIO_NOTES,
  async run(context) {
    const format = oneOf(EXPORT_FORMATS, 'format', context.options['format'])
    const profile = oneOf(EXPORT_PROFILES, 'profile', context.options['profile'] ?? 'internal')
    const columns = context.options['columns']
    const chosen = typeof columns === 'string' ? { columns: columns.split(',').map((name) => name.trim()) } : {}
    const siteIds = context.options['site'] as readonly string[] | undefined
    const { session, input } = await openScenario(context)
    const ruler = await rulerOption(context.options, session.client)
    const siteCount = await countSites(session, siteIds)
    const saved = await saveDocument(session, context, () =>
      session.client['exports.start']({
        format,
        profile,
        ...chosen,
        withQueue: context.options['queue'] === true,
        withAnnotations: context.options['annotations'] === true,
        ...(siteIds === undefined ? {} : { siteIds: [...siteIds] }),
        scenario: input,
        ruler: ruler.id,
      }),
    )
    return {
      json: { format, profile, ...saved, sites: siteCount },
      text: `Wrote ${siteCount} sites to ${saved.file}.`,
    }
  },
}

/** @throws AppError not_found for an id that the catalog does not have. */
async function countSites(session: Session, siteIds: readonly string[] | undefined): Promise<number> {
  if (siteIds === undefined) return (await session.client['catalog.summary']({})).siteCount
  for (const siteId of siteIds) await session.client['sites.get']({ siteId })
  return new Set(siteIds).size
}

function oneOf<T extends string>(choices: readonly T[], option: string, value: unknown): T {
  const choice = choices.find((each) => each === value)
  if (choice === undefined)
    throw new UsageError(`--${option} is ${choices.slice(0, -1).join(', ')} or ${choices.at(-1)} and not "${value}".`)
  return choice
}
