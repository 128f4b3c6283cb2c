import { Button } from '@mantine/core'
import { IconAdjustmentsHorizontal, IconArrowsDiff, IconRestore } from '@tabler/icons-react'
import { ASSUMPTIONS, type AssumptionKey } from '../../../shared/domain/scenario/assumption-defs.ts'
import { formatAssumption } from '../../../shared/format/format-assumption.ts'
import { DeckPicker } from '../decks/deck-picker.tsx'
import { formatChange } from '../list/format-assumption.ts'
import { useApp } from '../stores/use-app.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Range } from '../ui/range.tsx'

/** The three assumptions that move an order most; the others are one click away. */
const LEVERS: readonly AssumptionKey[] = ['btcPriceUsd', 'powerPriceChangeUsdPerMwh', 'leaseRentUsdPerKwMonth']

export interface ScenarioBarProps {
  readonly isAssumptionsOpen: boolean
  onToggleAssumptions(): void
}

export function ScenarioBar({ isAssumptionsOpen, onToggleAssumptions }: ScenarioBarProps) {
  const input = useApp((state) => state.scenarioInput)
  const resetAssumptions = useApp((state) => state.resetAssumptions)
  const isComparing = useApp((state) => state.isComparing)
  const setComparing = useApp((state) => state.setComparing)
  const changeCount = Object.keys(input.changes).length
  return (
    <section className="scenario" aria-label="Scenario">
      <DeckPicker />
      {LEVERS.map((key) => (
        <Lever key={key} assumption={key} />
      ))}
      <div className="scenario__actions">
        <IconButton
          label="Reset all assumptions"
          hint={changeCount === 0 ? 'Nothing was changed since it was saved' : 'Back to what is saved'}
          isDisabled={changeCount === 0}
          onClick={resetAssumptions}
        >
          <IconRestore size={17} stroke={1.7} />
        </IconButton>
        <IconButton label="Compare two decks" onClick={() => setComparing(!isComparing)}>
          <IconArrowsDiff size={17} stroke={1.7} />
        </IconButton>
        <Button
          size="xs"
          variant={isAssumptionsOpen ? 'light' : 'default'}
          aria-expanded={isAssumptionsOpen}
          leftSection={<IconAdjustmentsHorizontal size={16} stroke={1.7} />}
          onClick={onToggleAssumptions}
        >
          Assumptions{changeCount > 0 ? ` · ${changeCount} changed` : ''}
        </Button>
      </div>
    </section>
  )
}

function Lever({ assumption }: { readonly assumption: AssumptionKey }) {
  const value = useApp((state) => state.scenario.assumptions[assumption])
  const isChanged = useApp((state) => Object.hasOwn(state.scenarioInput.changes, assumption))
  const change = useApp((state) => state.changeAssumption)
  const def = ASSUMPTIONS[assumption]
  const text = assumption === 'powerPriceChangeUsdPerMwh' ? formatChange(def, value) : formatAssumption(def, value)
  const labelId = `lever-${assumption}`
  return (
    <div className="lever">
      <div className="lever__head">
        <span className="lever__label" id={labelId}>
          {LEVER_LABELS[assumption] ?? def.label}
        </span>
        <span className="lever__value num" data-changed={isChanged}>
          {text}
        </span>
      </div>
      <Range
        def={def}
        value={value}
        valueText={text}
        labelledBy={labelId}
        onChange={(wanted) => change(assumption, wanted)}
      />
    </div>
  )
}

const LEVER_LABELS: Readonly<Partial<Record<AssumptionKey, string>>> = {
  powerPriceChangeUsdPerMwh: 'Power price shift',
  leaseRentUsdPerKwMonth: 'Lease rent',
}
