import { AppError } from '../../../../shared/contract/errors.ts'
import { explainSite } from '../../../../shared/domain/ranking/explain-site.ts'
import { rankSites } from '../../../../shared/domain/ranking/rank-sites.ts'
import { resolveScenario } from '../../../../shared/domain/scenario/resolve-scenario.ts'
import type { MemoContent } from './content.ts'
import type { MemoInput } from './memo-input.ts'
import { SourceList } from './source-list.ts'
import type { Faces } from './text/open-face.ts'

/**
 * Ranks the catalog and explains the site.
 * @throws AppError bad_input for a scenario that is none, not_found for a site that is not in the columns.
 */
export function readContent(input: MemoInput, faces: Faces): MemoContent {
  const resolved = resolveScenario(input.scenario)
  if (!resolved.ok) throw new AppError('bad_input', resolved.reason)
  const { columns, site } = input
  const row = columns.ids.indexOf(site.siteId)
  if (row < 0) throw new AppError('not_found', 'The site is no longer in the catalog; choose another one.')
  const ranking = rankSites(columns, resolved.scenario, input.ruler)
  // A data set that says "unknown" has said nothing.
  const attributes = site.attributes.filter(({ value }) => value !== null && value !== '' && value !== 'unknown')
  return {
    input,
    faces,
    columns,
    ranking,
    row,
    scenario: resolved.scenario,
    explanation: explainSite(columns, ranking, row, resolved.scenario),
    name: columns.names[row]?.trim() || site.siteId,
    known: new Map(attributes.map((attribute) => [attribute.field, attribute])),
    sources: new SourceList(attributes),
  }
}
