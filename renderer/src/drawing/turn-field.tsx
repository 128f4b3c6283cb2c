import { useState } from 'react'
import type { Annotation } from '../../../shared/contract/annotations.ts'
import { rotateFigure } from '../../../shared/map/geodesy/rotate-figure.ts'
import { useAppStore } from '../stores/use-app.ts'
import { writeFigures } from './drawing-actions.ts'

/** Turns an annotation about its middle by so many degrees: what the rotate tool does by hand. */
export function TurnField({ annotation }: { readonly annotation: Annotation }) {
  const store = useAppStore()
  const [degrees, setDegrees] = useState('15')
  const turn = Number(degrees)
  const isTurn = degrees.trim() !== '' && Number.isFinite(turn)
  return (
    <form
      className="inspector-turn"
      onSubmit={(event) => {
        event.preventDefault()
        if (isTurn) void writeFigures(store, [{ annotation, figure: rotateFigure(annotation.figure, turn) }], 'Rotate')
      }}
    >
      <label className="inspector-field">
        <span>Turn clockwise, degrees</span>
        <input
          type="text"
          inputMode="decimal"
          className="inspector-field__input num"
          value={degrees}
          aria-invalid={!isTurn}
          onChange={(event) => setDegrees(event.currentTarget.value)}
        />
      </label>
      <button type="submit" className="inspector-button" disabled={!isTurn}>
        Turn
      </button>
    </form>
  )
}
