import type { SwitchyardClient } from '../../../shared/contract/contract.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import type { QueueAreaFigures } from '../../../shared/contract/queue.ts'
import { queuePositionId } from '../../../shared/domain/queue/position-id.ts'
import { queueProjectJson } from '../../../shared/domain/queue/queue-json.ts'
import type { QueueProject } from '../../../shared/domain/queue/queue-project.ts'
import { formatMw } from '../../../shared/format/format-quantity.ts'
import type { CommandResult } from '../command.ts'
import { textTable } from '../text-table.ts'
import { twoColumns } from '../two-columns.ts'

/** The editions of queues in the catalog. */
export async function listEditions(client: SwitchyardClient): Promise<CommandResult> {
  const editions = await client['queue.editions']({})
  const table = textTable(
    [
      { heading: 'Queue' },
      { heading: 'As of' },
      { heading: 'Projects', align: 'right' },
      { heading: 'File' },
      { heading: '' },
    ],
    editions.map((each) => [
      each.dataSet,
      each.asOf ?? 'not given',
      String(each.projects),
      each.fileName,
      each.isCurrent ? 'counts' : '',
    ]),
  )
  return {
    json: {
      editions: editions.map((each) => ({
        queue: each.dataSet,
        title: each.title,
        as_of: each.asOf,
        file: each.fileName,
        projects: each.projects,
        imported_at: new Date(each.importedAt).toISOString(),
        is_current: each.isCurrent,
      })),
    },
    text: editions.length === 0 ? 'The catalog holds no queue; import one.' : table,
  }
}

/** A request with all that its file says of it. */
export async function showProject(client: SwitchyardClient, queueId: string): Promise<CommandResult> {
  const found = await client['queue.find']({ queueId })
  if (found.length === 0)
    throw new AppError(
      'not_found',
      `No queue in the catalog has a request "${queueId}"; look at "switchyard queue list".`,
    )
  const projects = found.map((each) => ({
    ...queueProjectJson(each.project),
    queue: each.dataSet,
    file: each.fileName,
    sheet: each.sheet,
    row: each.row,
    fips: each.fips,
    extra: each.extra,
    date_precision: each.precision,
  }))
  return {
    json: { projects },
    text: projects
      .map((each) =>
        twoColumns(
          Object.entries(each).flatMap(([name, value]): [string, string][] =>
            value === null ? [] : [[name, typeof value === 'object' ? JSON.stringify(value) : String(value)]],
          ),
        ).join('\n'),
      )
      .join('\n\n'),
  }
}

/** What the queues say of the county and state of a site. */
export async function showNearSite(client: SwitchyardClient, siteId: string): Promise<CommandResult> {
  const near = await client['queue.nearSite']({ siteId })
  const { position } = near
  const lines = [
    ...(position ? [`Its own request: ${requestText(position.project)}`] : []),
    ...[near.poi, near.county, near.state].flatMap((area) => (area ? [areaText(area)] : [])),
    ...near.suggestions.map(
      ({ project, reasons }) => `Perhaps its own: ${requestText(project)} (${reasons.join(', ')})`,
    ),
    ...(near.suggestions.length > 0
      ? [`Confirm one: switchyard set --site ${siteId} --field queueProject --value ISO/ID`]
      : []),
  ]
  return {
    json: {
      position_id: near.positionId,
      position: position && { ...queueProjectJson(position.project), queue: position.dataSet },
      suggestions: near.suggestions.map(({ project, dataSet, reasons }) => ({
        ...queueProjectJson(project),
        position_id: queuePositionId(project),
        queue: dataSet,
        reasons,
      })),
      poi: near.poi,
      county: near.county,
      state: near.state,
      projects: near.projects.map(({ project, dataSet }) => ({ ...queueProjectJson(project), queue: dataSet })),
      sources: near.sources,
    },
    text: lines.length === 0 ? 'No queue in the catalog speaks of the place of this site.' : lines.join('\n\n'),
  }
}

function requestText(project: QueueProject): string {
  const { projectName, capacityMw, stage } = project
  return [queuePositionId(project), projectName, capacityMw === null ? null : formatMw(capacityMw), stage]
    .filter((part) => part !== null)
    .join(', ')
}

function areaText(area: QueueAreaFigures): string {
  const rate = area.withdrawalRate === null ? 'the files do not tell' : `${Math.round(area.withdrawalRate * 100)} %`
  return [
    `${area.area}: ${area.projects} requests, ${area.ahead} of them ahead with ${Math.round(area.aheadMw)} MW` +
      `${area.loadAhead > 0 ? `, and ${area.loadAhead} loads with ${Math.round(area.loadAheadMw)} MW` : ''}; withdrawn of the settled: ${rate}`,
    ...area.byStage.map(({ stage, projects, mw }) => `  ${stage}: ${projects} (${Math.round(mw)} MW)`),
    ...area.medianYears.map(
      ({ stage, years, projects }) => `  median ${years.toFixed(1)} years to ${stage} (${projects})`,
    ),
  ].join('\n')
}
