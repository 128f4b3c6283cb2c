import type { EvidenceRung } from '../../../shared/domain/site/evidence-rung.ts'
import type { SiteValue } from '../../../shared/domain/site/site-value.ts'

/** What a person says of one field of a site. */
export interface CellValue {
  readonly value: SiteValue
  readonly source: string
  readonly asOf: string | null
  readonly rung: EvidenceRung
}
