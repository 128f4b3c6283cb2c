import { Button, Popover } from '@mantine/core'
import { IconDatabase } from '@tabler/icons-react'
import { useState } from 'react'
import type { CatalogSummary } from '../../../shared/contract/catalog.ts'
import { formatNumber } from '../../../shared/format/format-quantity.ts'
import { useApp } from '../stores/use-app.ts'

type DataSet = CatalogSummary['dataSets'][number]

/** The tables of plants that say which units retire. */
const HAS_UNITS = /generators/

/** The imported queues, each with what changed in it, and tables of plants with what could be sites; nothing where there are none. */
export function RecordsMenu() {
  const summary = useApp((state) => state.summary)
  const showQueueChanges = useApp((state) => state.showQueueChanges)
  const setCandidatesOpen = useApp((state) => state.setCandidatesOpen)
  const [isOpen, setOpen] = useState(false)
  const queues = summary?.dataSets.filter(({ kind }) => kind === 'queue') ?? []
  const units = summary?.dataSets.filter(({ kind, name }) => kind === 'plants' && HAS_UNITS.test(name)) ?? []
  if (queues.length + units.length === 0) return null
  const open = (show: () => void) => () => {
    setOpen(false)
    show()
  }
  return (
    <Popover position="bottom-end" shadow="md" opened={isOpen} onChange={setOpen} transitionProps={{ duration: 0 }}>
      <Popover.Target>
        <Button
          size="xs"
          variant="subtle"
          color="gray"
          leftSection={<IconDatabase size={16} stroke={1.7} />}
          onClick={() => setOpen(!isOpen)}
        >
          Records
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <ul className="layers-list" aria-label="Queues and plants">
          {queues.map((each) => (
            <RecordLine
              key={each.name}
              of={each}
              action="What changed"
              onClick={open(() => showQueueChanges({ dataSet: each.name }))}
            />
          ))}
          {units.map((each) => (
            <RecordLine
              key={each.name}
              of={each}
              action="Candidate sites"
              onClick={open(() => setCandidatesOpen(true))}
            />
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  )
}

interface RecordLineProps {
  readonly of: DataSet
  readonly action: string
  onClick(): void
}

function RecordLine({ of: { name, fileName, rows }, action, onClick }: RecordLineProps) {
  return (
    <li>
      <div className="layers-list__text">
        <div className="layers-list__name" title={name}>
          {name}
        </div>
        <div className="layers-list__figures">{`${fileName} · ${formatNumber(rows)} rows`}</div>
      </div>
      <Button size="compact-xs" variant="default" onClick={onClick}>
        {action}
      </Button>
    </li>
  )
}
