import { Button } from '@mantine/core'
import { useId, useState } from 'react'
import { readPeakHours } from '../../../shared/domain/prices/peak-hours.ts'
import { useApp } from '../stores/use-app.ts'

const NONE: readonly string[] = []

/** Takes the hours of a market's system peaks, which no price file holds; empty takes the stand-in again. */
export function PeakHoursForm({ market }: { readonly market: string }) {
  const id = useId()
  const saved = useApp((state) => state.peakHours[market] ?? NONE)
  const namePeakHours = useApp((state) => state.namePeakHours)
  const [text, setText] = useState(() => saved.join(', '))
  const [reason, setReason] = useState('')
  return (
    <form
      className="prices__peaks"
      onSubmit={(event) => {
        event.preventDefault()
        const read = readPeakHours(text)
        setReason(read.ok ? '' : read.reason)
        if (!read.ok) return
        setText(read.hours.join(', '))
        namePeakHours(market, read.hours)
      }}
    >
      <label htmlFor={id}>{`Hours of ${market}'s system peaks, such as the 4CP`}</label>
      <div className="prices__pick">
        <input
          id={id}
          className="prices__input"
          placeholder="2025-06-18T17, 2025-07-30T16:45"
          aria-invalid={reason !== ''}
          aria-describedby={`${id}-reason`}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
        <Button type="submit" size="compact-sm" variant="default">
          Count these
        </Button>
      </div>
      <p id={`${id}-reason`} className="prices__wrong" role="alert">
        {reason}
      </p>
    </form>
  )
}
