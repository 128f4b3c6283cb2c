import type { CatalogSummary } from '../../../../shared/contract/catalog.ts'

/** Which catalog, in which state: the first part of its id and its revision. */
export function catalogMark({ catalogId, revision }: CatalogSummary): string {
  return `${catalogId.slice(0, 8)}, revision ${revision}`
}
