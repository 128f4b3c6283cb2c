import type { TableMapping, TableProposal } from '../../../shared/contract/mappings.ts'
import { roleLabel } from '../../../shared/domain/mapping/column-role.ts'
import { textTable } from '../text-table.ts'

/** What each column of a table becomes, for a person; with the examples and problems of a proposal where there is one. */
export function mappingText(
  { columns, crs, decimalMark }: TableMapping,
  facts: TableProposal['columns'] | undefined,
): string {
  const table = textTable(
    [
      { heading: 'Column', maxWidth: 32 },
      { heading: 'Becomes', maxWidth: 32 },
      { heading: 'Unit' },
      ...(facts
        ? [{ heading: 'Guess' }, { heading: 'Examples', maxWidth: 40 }, { heading: 'Problem', maxWidth: 60 }]
        : []),
    ],
    columns.map(({ heading, role, unit }, index) => {
      const fact = facts?.[index]
      return [
        heading,
        roleLabel(role),
        unit ?? '',
        ...(fact ? [fact.confidence, fact.examples.join(' | '), fact.problem ?? ''] : []),
      ]
    }),
  )
  return `${table}\n\nCoordinates ${crs}, decimal ${decimalMark}.`
}
