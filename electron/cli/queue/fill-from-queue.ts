import type { QueueFillReport } from '../../../shared/contract/queue.ts'
import { exportName } from '../../../shared/domain/export/export-columns.ts'
import { siteField } from '../../../shared/domain/site/site-fields.ts'
import type { CommandContext, CommandResult } from '../command.ts'

/** Gives sites what the stored queues say, or only counts them. */
export async function fillFromQueue({ options, open }: CommandContext): Promise<CommandResult> {
  const dryRun = options['dry-run'] === true
  const { client } = await open()
  const report = await client['queue.fill']({ dryRun })
  return { json: fillJson(report, dryRun), text: fillText(report, dryRun) }
}

function fillJson({ label, sites, filledSites, fields, examples }: QueueFillReport, dryRun: boolean) {
  return {
    dry_run: dryRun,
    label,
    sites,
    filled_sites: filledSites,
    fields: fields.map(({ field, withoutPlace, ...counts }) => ({
      field: exportName(field),
      ...counts,
      without_place: withoutPlace,
    })),
    examples: examples.map(({ siteId, field, asOf, ...rest }) => ({
      site_id: siteId,
      field: exportName(field),
      ...rest,
      as_of: asOf,
    })),
  }
}

function fillText({ label, sites, filledSites, fields }: QueueFillReport, dryRun: boolean): string {
  const end = dryRun
    ? 'Nothing was written.'
    : filledSites > 0
      ? '"switchyard undo" takes it back.'
      : 'Nothing was to do.'
  return [
    `${label} of ${sites}. ${end}`,
    ...fields.flatMap(({ field, filled, known, energized, withoutPlace, untold }) => [
      `${siteField(field).label}: ${filled}`,
      `  have one already: ${known}`,
      `  energized, so that none is needed: ${energized}`,
      `  without a county or state: ${withoutPlace}`,
      `  the queues do not tell: ${untold}`,
    ]),
  ].join('\n')
}
