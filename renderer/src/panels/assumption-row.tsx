import { IconRestore } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { ASSUMPTIONS, type AssumptionKey } from '../../../shared/domain/scenario/assumption-defs.ts'
import { findPreset } from '../../../shared/domain/scenario/presets.ts'
import { formatAssumption } from '../../../shared/format/format-assumption.ts'
import { OwnSource } from '../decks/own-source.tsx'
import { useApp } from '../stores/use-app.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { Range } from '../ui/range.tsx'

/** One assumption: its value, where it may lie, where it comes from. */
export function AssumptionRow({ assumption }: { readonly assumption: AssumptionKey }) {
  const def = ASSUMPTIONS[assumption]
  const value = useApp((state) => state.scenario.assumptions[assumption])
  const isChanged = useApp(
    (state) => Object.hasOwn(state.scenarioInput.changes, assumption) || Object.hasOwn(state.deckSources, assumption),
  )
  const ofDeck = useApp((state) => state.scenarioInput.deck?.values[assumption])
  const preset = useApp((state) => state.scenarioInput.preset)
  const change = useApp((state) => state.changeAssumption)
  const reset = useApp((state) => state.resetAssumption)
  const published = findPreset(preset)?.values[assumption] ?? def.default
  const saved = ofDeck?.value ?? published
  const text = formatAssumption(def, value)
  const { choices } = def
  return (
    <div className="assumption" data-changed={isChanged || ofDeck !== undefined}>
      <div className="assumption__head">
        <span className="assumption__label">{def.label}</span>
        {isChanged ? (
          <IconButton
            label={`Reset ${def.label}`}
            hint={`Back to ${formatAssumption(def, saved)}`}
            onClick={() => reset(assumption)}
          >
            <IconRestore size={15} stroke={1.7} />
          </IconButton>
        ) : null}
        {choices === undefined ? (
          <>
            <AssumptionInput assumption={assumption} value={value} onChange={(next) => change(assumption, next)} />
            <span className="assumption__unit">{def.unit}</span>
          </>
        ) : (
          <select
            className="assumption__choice"
            aria-label={def.label}
            value={value}
            onChange={(event) => change(assumption, Number(event.currentTarget.value))}
          >
            {choices.map((choice, index) => (
              <option key={choice} value={index}>
                {choice}
              </option>
            ))}
          </select>
        )}
      </div>
      {choices === undefined ? (
        <Range def={def} value={value} valueText={text} onChange={(next) => change(assumption, next)} />
      ) : null}
      {isChanged || ofDeck !== undefined ? <OwnSource assumption={assumption} /> : null}
      <p className="assumption__foot">
        {choices === undefined
          ? `Usually ${formatAssumption(def, def.low)} to ${formatAssumption(def, def.high)}; here ${formatAssumption(def, saved)}, by default ${formatAssumption(def, def.default)}. ${def.source}`
          : `Here ${formatAssumption(def, saved).toLowerCase()}, by default ${formatAssumption(def, def.default).toLowerCase()}. ${def.source}`}
      </p>
    </div>
  )
}

interface AssumptionInputProps {
  readonly assumption: AssumptionKey
  readonly value: number
  onChange(value: number): void
}

/** The exact value as a text: taken when it is complete and inside the bounds, put back otherwise. */
function AssumptionInput({ assumption, value, onChange }: AssumptionInputProps) {
  const def = ASSUMPTIONS[assumption]
  const [text, setText] = useState(String(value))
  useEffect(() => setText(String(value)), [value])
  const number = Number(text)
  const isValid = text.trim() !== '' && number >= def.min && number <= def.max
  const settle = (): void => {
    if (isValid && number !== value) onChange(number)
    if (!isValid) setText(String(value))
  }
  return (
    <input
      className="assumption__input num"
      inputMode="decimal"
      aria-label={`${def.label}, ${def.unit}`}
      aria-invalid={!isValid}
      title={`From ${def.min} to ${def.max}`}
      value={text}
      onChange={(event) => setText(event.currentTarget.value)}
      onBlur={settle}
      onKeyDown={(event) => {
        if (event.key === 'Enter') settle()
      }}
    />
  )
}
