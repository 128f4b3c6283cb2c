import { Button, NativeSelect } from '@mantine/core'
import type { MappedColumn, TableProposal } from '../../../shared/contract/mappings.ts'
import type { DecimalMark } from '../../../shared/domain/mapping/decimal-mark.ts'
import { formatNumber } from '../../../shared/format/format-quantity.ts'
import type { ImportItem } from '../imports/import-item.ts'
import { useApp } from '../stores/use-app.ts'
import { ColumnRow } from './column-row.tsx'
import { ReadRows } from './read-rows.tsx'
import { SaveMapping } from './save-mapping.tsx'
import { SYSTEM_CHOICES } from './system-choices.ts'

/** Most columns that are listed; a table of more has them for a machine, and keeps them as they are. */
const MOST_COLUMNS = 150

interface MappingStepProps {
  readonly item: ImportItem
  readonly proposal: TableProposal
}

/** Says what each column of a table becomes, and shows at once how its first rows read so. */
export function MappingStep({ item, proposal }: MappingStepProps) {
  const { mapping, columns, saved, problem, sampled, readable } = proposal
  const changeMapping = useApp((state) => state.changeMapping)
  const apply = useApp((state) => state.applyMapping)
  const close = useApp((state) => state.closeMapping)
  const leaveOut = useApp((state) => state.leaveImportOut)
  const change = (changes: Partial<typeof mapping>): void => void changeMapping(item.key, { ...mapping, ...changes })
  const changeColumn = (index: number, column: MappedColumn): void =>
    change({
      columns: mapping.columns.map((each, at) => {
        if (at === index) return column
        // A role is one column's: the one that had it lets go.
        return column.role !== 'ignore' && each.role === column.role ? { ...each, role: 'ignore', unit: null } : each
      }),
    })
  return (
    <>
      <p className="muted">
        {saved === null
          ? `${item.message ?? ''} Say what each column becomes; what becomes nothing is kept with the site as it is.`
          : `These headings are known: the mapping ${saved.name} says what they become.`}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable to be scrolled by key. */}
      <section className="mapping__columns scroll" tabIndex={0} aria-label="Columns">
        <table className="mapping__table">
          <thead>
            <tr>
              <th scope="col">Column</th>
              <th scope="col">Examples</th>
              <th scope="col">Becomes</th>
              <th scope="col">Unit</th>
            </tr>
          </thead>
          <tbody>
            {mapping.columns.slice(0, MOST_COLUMNS).map((column, index) => (
              <ColumnRow
                key={column.heading}
                column={column}
                facts={columns[index]}
                onChange={(next) => changeColumn(index, next)}
              />
            ))}
          </tbody>
        </table>
      </section>
      {mapping.columns.length > MOST_COLUMNS ? (
        <p className="muted">{`and ${formatNumber(mapping.columns.length - MOST_COLUMNS)} more columns, kept as they are`}</p>
      ) : null}
      <div className="mapping__choices">
        <NativeSelect
          size="xs"
          label="Coordinates are in"
          data={SYSTEM_CHOICES}
          value={mapping.crs}
          onChange={(event) => change({ crs: event.currentTarget.value })}
        />
        <NativeSelect
          size="xs"
          label="Numbers are written"
          data={[
            { value: 'point', label: '1,234.5' },
            { value: 'comma', label: '1.234,5' },
          ]}
          value={mapping.decimalMark}
          onChange={(event) => change({ decimalMark: event.currentTarget.value as DecimalMark })}
        />
      </div>
      <p role="status" className={problem === null ? 'mapping__status' : 'mapping__problem'}>
        {problem ?? `${formatNumber(readable)} of the first ${formatNumber(sampled)} rows can be read.`}
      </p>
      {proposal.preview.length === 0 ? null : <ReadRows preview={proposal.preview} />}
      <div className="mapping__foot">
        <SaveMapping itemKey={item.key} savedName={saved?.name ?? null} />
        {item.report === null ? (
          <Button size="xs" variant="default" onClick={() => leaveOut(item.key)}>
            Leave the file out
          </Button>
        ) : (
          <Button size="xs" variant="default" onClick={() => close(item.key)}>
            Back
          </Button>
        )}
        <Button size="xs" disabled={problem !== null || readable === 0} onClick={() => void apply(item.key)}>
          Use these columns
        </Button>
      </div>
    </>
  )
}
