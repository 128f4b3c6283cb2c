import { Button, Checkbox } from '@mantine/core'
import type { ExportColumn, ExportColumnGroup } from '../../../shared/domain/export/export-columns.ts'

const GROUP_LABELS: Readonly<Record<ExportColumnGroup, string>> = {
  identity: 'Identity',
  location: 'Location',
  power: 'Power',
  tariff: 'Tariff',
  land: 'Land',
  conversion: 'Conversion',
  judgement: 'Notes and ranking',
}

/** Choice of columns by group, folded away while all are taken. */
export function ExportColumns({
  columns,
  hidden,
  onChange,
}: {
  readonly columns: readonly ExportColumn[]
  readonly hidden: ReadonlySet<string>
  onChange(hidden: ReadonlySet<string>): void
}) {
  const shown = columns.filter(({ name }) => !hidden.has(name)).length
  const groups = [...new Set(columns.map(({ group }) => group))]
  const toggle = (name: string): void => {
    const next = new Set(hidden)
    if (!next.delete(name)) next.add(name)
    onChange(next)
  }
  return (
    <details className="export-columns">
      <summary>Columns: {shown === columns.length ? `all ${columns.length}` : `${shown} of ${columns.length}`}</summary>
      <div className="export-columns__tools">
        <Button size="compact-xs" variant="subtle" onClick={() => onChange(new Set())}>
          All
        </Button>
        <Button size="compact-xs" variant="subtle" onClick={() => onChange(new Set(columns.map(({ name }) => name)))}>
          None
        </Button>
      </div>
      {groups.map((group) => (
        <fieldset key={group} className="export-columns__group">
          <legend>{GROUP_LABELS[group]}</legend>
          {columns
            .filter((column) => column.group === group)
            .map(({ name, label }) => (
              <Checkbox
                key={name}
                size="xs"
                label={label}
                checked={name === 'code_name' || !hidden.has(name)}
                disabled={name === 'code_name'}
                onChange={() => toggle(name)}
              />
            ))}
        </fieldset>
      ))}
    </details>
  )
}
