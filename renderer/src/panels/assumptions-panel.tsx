import { Button, CloseButton, Switch } from '@mantine/core'
import { useState } from 'react'
import { ASSUMPTION_GROUPS } from '../list/assumption-groups.ts'
import { useApp } from '../stores/use-app.ts'
import { AssumptionRow } from './assumption-row.tsx'

/** Every assumption with its range and source, beside the list, so that the order can be seen to follow. */
export function AssumptionsPanel({ onClose }: { onClose(): void }) {
  const input = useApp((state) => state.scenarioInput)
  const sources = useApp((state) => state.deckSources)
  const resetAssumptions = useApp((state) => state.resetAssumptions)
  const save = useApp((state) => state.saveDeck)
  const [isChangedOnly, setChangedOnly] = useState(false)
  const unsaved = new Set([...Object.keys(input.changes), ...Object.keys(sources)])
  const changed = new Set([...unsaved, ...Object.keys(input.deck?.values ?? {})])
  const groups = ASSUMPTION_GROUPS.map(({ title, keys }) => ({
    title,
    keys: isChangedOnly ? keys.filter((key) => changed.has(key)) : keys,
  })).filter(({ keys }) => keys.length > 0)
  return (
    <section
      className="assumptions"
      aria-label="Assumptions"
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose()
      }}
    >
      <div className="assumptions__head">
        <h2 className="assumptions__title">{input.deck?.name ?? 'Assumptions'}</h2>
        <Button size="compact-xs" variant="default" disabled={unsaved.size === 0} onClick={resetAssumptions}>
          Reset all
        </Button>
        <Button size="compact-xs" disabled={unsaved.size === 0} onClick={() => void save()}>
          {input.deck === undefined ? 'Save as…' : 'Save'}
        </Button>
        <CloseButton aria-label="Close the assumptions" onClick={onClose} />
        <Switch
          size="xs"
          className="assumptions__filter"
          label={`Changed only (${changed.size})`}
          checked={isChangedOnly}
          onChange={(event) => setChangedOnly(event.currentTarget.checked)}
        />
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable to be scrolled by key. */}
      <section className="assumptions__list scroll" tabIndex={0} aria-label="All assumptions">
        {groups.length === 0 ? (
          <p className="assumptions__empty">Nothing differs from the market that this starts from.</p>
        ) : null}
        {groups.map((group) => (
          <div key={group.title}>
            <h3 className="assumptions__group">{group.title}</h3>
            {group.keys.map((key) => (
              <AssumptionRow key={key} assumption={key} />
            ))}
          </div>
        ))}
      </section>
    </section>
  )
}
