import type { SiteAttribute } from '../../../../../shared/contract/sites.ts'
import type { SiteFieldKey } from '../../../../../shared/domain/site/site-fields.ts'

/** Short texts that read as one line where the same source vouches for them. */
const TOGETHER: readonly (readonly SiteFieldKey[])[] = [
  ['name', 'operator', 'owner'],
  ['kind', 'status'],
  ['city', 'county', 'state', 'country'],
  ['position', 'coordinatePrecision'],
  ['water', 'cooling', 'fiber'],
]

/**
 * The attributes in their order, those that read as one line together in one group. A group shares source, date and
 * rung, so that its one citation is true of each.
 */
export function attributeGroups(
  attributes: readonly SiteAttribute[],
  sourceOf: (attribute: SiteAttribute) => number,
): SiteAttribute[][] {
  const groups: SiteAttribute[][] = []
  for (const attribute of attributes) {
    const together = TOGETHER.find((fields) => fields.includes(attribute.field))
    const group = groups.find(
      ([first]) =>
        first !== undefined &&
        together?.includes(first.field) === true &&
        first.rung === attribute.rung &&
        first.asOf === attribute.asOf &&
        sourceOf(first) === sourceOf(attribute),
    )
    if (group) group.push(attribute)
    else groups.push([attribute])
  }
  return groups
}
