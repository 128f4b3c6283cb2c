import { CloseButton, NativeSelect, TextInput } from '@mantine/core'
import { IconArrowsLeftRight } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { isFlip, places } from '../../../shared/domain/comparison/sorted-comparisons.ts'
import { PRESETS } from '../../../shared/domain/scenario/presets.ts'
import { CURRENT } from '../stores/compare-slice.ts'
import { useApp } from '../stores/use-app.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { CompareRows } from './compare-rows.tsx'
import { DifferenceList } from './difference-list.tsx'

const KINDS = [
  { value: 'flips', label: 'Only flips' },
  { value: 'moved', label: 'Only moved ranks' },
  { value: 'all', label: 'All sites, flips first' },
] as const

type Kind = (typeof KINDS)[number]['value']

/** Two decks side by side: what they assume differently, which sites flip, and why. */
export function ComparePanel() {
  const view = useApp((state) => state.compareView)
  const done = useApp((state) => state.compareDone)
  const close = useApp((state) => state.setComparing)
  const [kind, setKind] = useState<Kind>('all')
  const [text, setText] = useState('')
  const shown = useMemo(() => {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean)
    return (view?.sites ?? []).filter((site) => {
      if (kind === 'flips' && !isFlip(site)) return false
      if (kind === 'moved' && places(site) === 0) return false
      const name = view?.columns.names[site.row]?.toLowerCase() ?? ''
      return words.every((word) => name.includes(word))
    })
  }, [view, kind, text])
  const flips = view?.sites.filter(isFlip).length ?? 0
  return (
    <section
      className="compare"
      aria-label="Compare two decks"
      onKeyDown={(event) => {
        if (event.key === 'Escape') close(false)
      }}
    >
      <div className="compare__head">
        <h2 className="compare__title">Compare</h2>
        <Choosers />
        <CloseButton aria-label="Close the comparison" onClick={() => close(false)} />
      </div>
      {view === null ? (
        <p className="compare__empty" role="status">
          {done === null ? 'There are no sites to compare; import some first.' : 'Comparing…'}
        </p>
      ) : (
        <>
          <p className="compare__summary" role="status">
            {`${flips} of ${view.columns.count} sites flip.`}
            {done === null ? '' : ` Comparing again, ${Math.floor(done * 100)}%.`}
          </p>
          <DifferenceList view={view} />
          <div className="compare__filters">
            <NativeSelect
              size="xs"
              aria-label="Which sites"
              data={KINDS.map((each) => ({ ...each }))}
              value={kind}
              onChange={(event) => setKind(event.currentTarget.value as Kind)}
            />
            <TextInput
              size="xs"
              aria-label="Filter by name"
              placeholder="Filter by name"
              value={text}
              onChange={(event) => setText(event.currentTarget.value)}
            />
          </div>
          {shown.length === 0 ? (
            <p className="compare__empty">
              {text === '' ? 'Both judge and order the sites alike.' : 'No site of that name is among them.'}
            </p>
          ) : (
            <CompareRows view={view} sites={shown} />
          )}
        </>
      )}
    </section>
  )
}

function Choosers() {
  const from = useApp((state) => state.compareFrom)
  const to = useApp((state) => state.compareTo)
  const decks = useApp((state) => state.decks)
  const choose = useApp((state) => state.chooseCompared)
  const data = [
    { group: 'On the screen', items: [{ value: CURRENT, label: 'The scenario as it stands' }] },
    { group: 'Built-in markets', items: PRESETS.map(({ id, label }) => ({ value: id, label: `Market of ${label}` })) },
    ...(decks.length === 0
      ? []
      : [{ group: 'Decks', items: decks.map(({ deckId, name }) => ({ value: deckId, label: name })) }]),
  ]
  return (
    <div className="compare__choosers">
      <NativeSelect
        size="xs"
        aria-label="From"
        value={from}
        data={data}
        onChange={(event) => choose(event.currentTarget.value, to)}
      />
      <IconButton label="Swap the two" onClick={() => choose(to, from)}>
        <IconArrowsLeftRight size={16} stroke={1.7} />
      </IconButton>
      <NativeSelect
        size="xs"
        aria-label="To"
        value={to}
        data={data}
        onChange={(event) => choose(from, event.currentTarget.value)}
      />
    </div>
  )
}
