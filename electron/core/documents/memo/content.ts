import type { SiteColumns } from '../../../../shared/columns/site-columns.ts'
import type { SiteAttribute } from '../../../../shared/contract/sites.ts'
import type { Ranking } from '../../../../shared/domain/ranking/ranking.ts'
import type { SiteExplanation } from '../../../../shared/domain/ranking/site-explanation.ts'
import type { Scenario } from '../../../../shared/domain/scenario/resolve-scenario.ts'
import type { SiteFieldKey } from '../../../../shared/domain/site/site-fields.ts'
import type { MemoInput } from './memo-input.ts'
import type { SourceList } from './source-list.ts'
import type { Faces } from './text/open-face.ts'

/** What every section of a memo reads. */
export interface MemoContent {
  readonly input: MemoInput
  readonly faces: Faces
  readonly columns: SiteColumns
  readonly ranking: Ranking
  readonly row: number
  readonly scenario: Scenario
  readonly explanation: SiteExplanation
  readonly name: string
  /** Attributes that have a value, by field. */
  readonly known: ReadonlyMap<SiteFieldKey, SiteAttribute>
  readonly sources: SourceList
}
