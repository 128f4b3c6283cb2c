import { Button, NativeSelect, Tooltip } from '@mantine/core'
import { IconAdjustmentsHorizontal, IconRestore } from '@tabler/icons-react'
import { ASSUMPTIONS, type AssumptionKey } from '../../../shared/domain/scenario/assumption-defs.ts'
import { PRESETS } from '../../../shared/domain/scenario/presets.ts'
import { formatAssumption } from '../../../shared/format/format-assumption.ts'
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
  const choosePreset = useApp((state) => state.choosePreset)
  const resetAssumptions = useApp((state) => state.resetAssumptions)
  const preset = PRESETS.find((each) => each.id === input.preset)
  const changeCount = Object.keys(input.changes).length
  return (
    <section className="scenario" aria-label="Scenario">
      <Tooltip label={preset?.note ?? ''} multiline w={300} openDelay={500} fz="xs" position="bottom-start">
        <NativeSelect
          size="xs"
          aria-label="Market preset"
          value={input.preset}
          data={PRESETS.map(({ id, label }) => ({ value: id, label: `Market of ${label}` }))}
          onChange={(event) => choosePreset(event.currentTarget.value)}
        />
      </Tooltip>
      {LEVERS.map((key) => (
        <Lever key={key} assumption={key} />
      ))}
      <div className="scenario__actions">
        <IconButton
          label="Reset all assumptions"
          hint={changeCount === 0 ? 'Nothing differs from the preset' : 'Back to the preset as published'}
          isDisabled={changeCount === 0}
          onClick={resetAssumptions}
        >
          <IconRestore size={17} stroke={1.7} />
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
