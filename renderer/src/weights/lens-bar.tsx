import { Tooltip } from '@mantine/core'
import { IconScale } from '@tabler/icons-react'
import { lazy, Suspense, useState } from 'react'
import { LENSES, type Lens } from '../../../shared/domain/ranking/lens.ts'
import { useApp } from '../stores/use-app.ts'
import { rulerTitle } from './ruler-title.ts'

// Loaded when it is first opened: the page is there the sooner.
const WeightsDialog = lazy(async () => ({ default: (await import('./weights-dialog.tsx')).WeightsDialog }))

const LABELS: Readonly<Record<Lens, string>> = { combined: 'All uses', mining: 'Mining', ai: 'AI' }

const HINTS: Readonly<Record<Lens, string>> = {
  combined: 'Rank by the best of all uses',
  mining: 'Rank as a miner would, by the value of mining alone',
  ai: 'Rank as an AI tenant would, by lease, colocation and own GPUs',
}

/** By which question the list and the map are ranked, and with which ruler. */
export function LensBar() {
  const [isOpen, setOpen] = useState(false)
  const ruler = useApp((state) => state.ruler)
  const isDraft = useApp((state) => state.isRulerDraft)
  const chooseLens = useApp((state) => state.chooseLens)
  return (
    <div className="lens-bar">
      <fieldset className="plain-fieldset lens">
        <legend className="visually-hidden">Rank for</legend>
        {LENSES.map((lens) => (
          <button
            key={lens}
            type="button"
            className="lens__choice"
            aria-pressed={ruler.lens === lens}
            title={HINTS[lens]}
            onClick={() => chooseLens(lens)}
          >
            {LABELS[lens]}
          </button>
        ))}
      </fieldset>
      <Tooltip label={`${rulerTitle(ruler)}: weights, stability, second opinion`} openDelay={350} withArrow fz="xs">
        <button type="button" className="chip lens-bar__ruler" data-on={isDraft} onClick={() => setOpen(true)}>
          <IconScale size={14} stroke={1.8} />
          <span className="lens-bar__name">Weights: {ruler.name}</span>
        </button>
      </Tooltip>
      <Suspense>{isOpen ? <WeightsDialog onClose={() => setOpen(false)} /> : null}</Suspense>
    </div>
  )
}
