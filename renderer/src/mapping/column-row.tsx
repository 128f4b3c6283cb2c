import { NativeSelect } from '@mantine/core'
import type { MappedColumn, TableProposal } from '../../../shared/contract/mappings.ts'
import type { ColumnRole } from '../../../shared/domain/mapping/column-role.ts'
import { baseUnit, unitsOf } from '../../../shared/domain/mapping/units.ts'
import { formatNumber } from '../../../shared/format/format-quantity.ts'
import { ROLE_CHOICES } from './role-choices.ts'

interface ColumnRowProps {
  readonly column: MappedColumn
  readonly facts: TableProposal['columns'][number] | undefined
  readonly onChange: (column: MappedColumn) => void
}

/** One column of a table: what stands in it, what it becomes, and in which unit. */
export function ColumnRow({ column, facts, onChange }: ColumnRowProps) {
  const { heading, role, unit } = column
  const units = unitsOf(role)
  return (
    <tr data-ignored={role === 'ignore'}>
      <th scope="row">
        {heading}
        {role !== 'ignore' && facts?.confidence === 'possible' ? <span className="mapping__hint">a guess</span> : null}
      </th>
      <td className="mapping__examples">{facts?.examples.join(' · ')}</td>
      <td>
        <NativeSelect
          size="xs"
          aria-label={`${heading} becomes`}
          data={ROLE_CHOICES}
          value={role}
          onChange={(event) => {
            const next = event.currentTarget.value as ColumnRole
            onChange({ heading, role: next, unit: unitsOf(next)[0] ?? null })
          }}
        />
        {facts && facts.problems > 0 ? (
          <p className="mapping__problem">
            {facts.problem}
            {facts.problems > 1 ? `, and ${formatNumber(facts.problems - 1)} more` : ''}
          </p>
        ) : null}
      </td>
      <td>
        {units.length > 0 ? (
          <NativeSelect
            size="xs"
            aria-label={`Unit of ${heading}`}
            data={[...units]}
            value={unit ?? units[0] ?? ''}
            onChange={(event) => onChange({ heading, role, unit: event.currentTarget.value })}
          />
        ) : (
          <span className="muted">{baseUnit(role)}</span>
        )}
      </td>
    </tr>
  )
}
