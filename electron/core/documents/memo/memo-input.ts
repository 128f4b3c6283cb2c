import type { SiteColumns } from '../../../../shared/columns/site-columns.ts'
import type { Annotation } from '../../../../shared/contract/annotations.ts'
import type { CatalogSummary } from '../../../../shared/contract/catalog.ts'
import type { CommentThread } from '../../../../shared/contract/comments.ts'
import type { SavedLand } from '../../../../shared/contract/land.ts'
import type { NearbyOfSite } from '../../../../shared/contract/nearby.ts'
import type { QueueNearSite } from '../../../../shared/contract/queue.ts'
import type { ScenarioInput } from '../../../../shared/contract/scenario.ts'
import type { SiteChange, SiteDetail } from '../../../../shared/contract/sites.ts'
import type { Ruler } from '../../../../shared/domain/ranking/ruler.ts'
import type { PricesOfSite } from '../../prices/read-prices-of-site.ts'
import type { ResourceFolders } from '../../resource-folders.ts'

/** Everything a memo is made from; equal input gives equal bytes. */
export interface MemoInput {
  readonly outputFile: string
  readonly resources: ResourceFolders
  readonly columns: SiteColumns
  readonly site: SiteDetail
  /** Newest first. */
  readonly changes: readonly SiteChange[]
  readonly scenario: ScenarioInput
  /** What the score is measured with; the program's own where left out. */
  readonly ruler?: Ruler
  readonly summary: CatalogSummary
  /** What lies nearest to the site. */
  readonly near?: NearbyOfSite
  /** What can be built on there, where somebody measured it. */
  readonly land?: SavedLand | null
  /** What the stored queues say of the site's place. */
  readonly queue?: QueueNearSite
  /** Prices of the node that the site buys at, where one is attached. */
  readonly prices?: PricesOfSite | null
  /** What the team drew on the site. */
  readonly drawings?: readonly Annotation[]
  /** What the team still has to settle, newest first. */
  readonly openThreads?: readonly CommentThread[]
  readonly author: string
  /** Date of the memo and of the PDF's metadata. */
  readonly nowMs: number
  readonly appVersion: string
  isCancelled(): boolean
  /** Pages done of pages expected. */
  onProgress(done: number, total: number): void
}
