import { TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import { ASSUMPTIONS, type AssumptionKey } from '../../../shared/domain/scenario/assumption-defs.ts'
import { useApp } from '../stores/use-app.ts'

const DATE = /^\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$/

/** The source that a person gives for an assumption of their deck. */
export function OwnSource({ assumption }: { readonly assumption: AssumptionKey }) {
  const saved = useApp((state) => state.scenarioInput.deck?.values[assumption])
  const isMoved = useApp((state) => Object.hasOwn(state.scenarioInput.changes, assumption))
  const typed = useApp((state) => state.deckSources[assumption])
  const setSource = useApp((state) => state.setDeckSource)
  const current =
    typed ?? (isMoved ? { source: '', asOf: null } : { source: saved?.source ?? '', asOf: saved?.asOf ?? null })
  const [date, setDate] = useState(current.asOf ?? '')
  useEffect(() => setDate(current.asOf ?? ''), [current.asOf])
  const isDate = date.trim() === '' || DATE.test(date.trim())
  const { label } = ASSUMPTIONS[assumption]
  return (
    <div className="own-source">
      <TextInput
        size="xs"
        placeholder="Your source"
        aria-label={`Source of ${label}`}
        maxLength={2_000}
        value={current.source}
        onChange={(event) => setSource(assumption, { ...current, source: event.currentTarget.value })}
      />
      <TextInput
        size="xs"
        placeholder="As of"
        aria-label={`Date of ${label}`}
        title="2026, 2026-07 or 2026-07-01"
        maxLength={10}
        error={!isDate}
        value={date}
        onChange={(event) => {
          const text = event.currentTarget.value
          setDate(text)
          const trimmed = text.trim()
          if (trimmed === '' || DATE.test(trimmed))
            setSource(assumption, { ...current, asOf: trimmed === '' ? null : trimmed })
        }}
      />
      {saved && !isMoved && typed === undefined && saved.author !== '' ? (
        <span className="own-source__author">{`by ${saved.author}`}</span>
      ) : null}
    </div>
  )
}
