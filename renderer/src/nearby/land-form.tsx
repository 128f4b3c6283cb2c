import { Button, Checkbox, NativeSelect, NumberInput } from '@mantine/core'
import { useState } from 'react'
import type { LandOptions, LandRequest } from '../../../shared/contract/land.ts'
import { LAYER_ROLE_LABELS } from '../../../shared/domain/nearby/layer-role.ts'
import { CIRCLE, firstChoice, type LandChoice, layerKey, parcelKey, requestOf } from './land-choice.ts'

export interface LandFormProps {
  readonly options: LandOptions
  onMeasure(request: LandRequest): Promise<void>
}

/** Which land, and what of it is not built on. */
export function LandForm({ options, onMeasure }: LandFormProps) {
  const [choice, setChoice] = useState<LandChoice>(() => firstChoice(options))
  const [isBusy, setBusy] = useState(false)
  const change = (part: Partial<LandChoice>) => setChoice({ ...choice, ...part })
  const setBuffer = (key: string, bufferFt: number | null) => {
    const buffers = new Map(choice.buffers)
    if (bufferFt === null) buffers.delete(key)
    else buffers.set(key, bufferFt)
    change({ buffers })
  }
  const parcels = options.parcels.map(({ ref, label, holdsSite }) => ({
    value: parcelKey(ref),
    label: holdsSite ? label : `${label}, not at the site`,
  }))
  const isKnown = parcels.some(({ value }) => value === choice.parcelKey)
  const selected = isKnown ? choice.parcelKey : CIRCLE
  const measure = async () => {
    setBusy(true)
    await onMeasure(requestOf(options, { ...choice, parcelKey: selected }))
    setBusy(false)
  }
  return (
    <div className="land-form">
      <NativeSelect
        size="xs"
        label="Parcel"
        data={[...parcels, { value: CIRCLE, label: 'A circle around the site (assumption)' }]}
        value={selected}
        onChange={(event) => change({ parcelKey: event.currentTarget.value })}
      />
      {selected === CIRCLE || parcels.length < 2 ? null : (
        <details className="near-more" open={choice.moreKeys.size > 0}>
          <summary>With other parcels of the same land</summary>
          {parcels
            .filter(({ value }) => value !== selected)
            .map(({ value, label }) => (
              <Checkbox
                key={value}
                size="xs"
                className="land-out__row"
                label={label}
                checked={choice.moreKeys.has(value)}
                onChange={(event) => {
                  const moreKeys = new Set(choice.moreKeys)
                  if (event.currentTarget.checked) moreKeys.add(value)
                  else moreKeys.delete(value)
                  change({ moreKeys })
                }}
              />
            ))}
        </details>
      )}
      <div className="near-fill">
        {selected === CIRCLE ? (
          <NumberInput
            size="xs"
            label="Acres of the circle"
            min={0.1}
            max={100_000}
            value={choice.circleAcres}
            onChange={(value) => change({ circleAcres: Math.min(100_000, Math.max(0.1, Number(value) || 0.1)) })}
          />
        ) : null}
        <NumberInput
          size="xs"
          label="Setback from the edge, ft"
          min={0}
          max={26_400}
          value={choice.setbackFt}
          onChange={(value) => change({ setbackFt: feetOf(value) })}
        />
      </div>
      {options.drawn.length + options.layers.length === 0 ? (
        <p className="muted">
          Nothing to leave out: draw exclusions, or import flood zones, wetlands, lines or roads as layers.
        </p>
      ) : (
        <fieldset className="land-out">
          <legend>Not built on, with feet around it</legend>
          {options.drawn.map(({ annotationId, label, bufferFt }) => (
            <LeftOut
              key={annotationId}
              label={label}
              note=""
              bufferFt={choice.buffers.get(annotationId)}
              usualFt={bufferFt}
              onBuffer={(value) => setBuffer(annotationId, value)}
            />
          ))}
          {options.layers.map((layer) => (
            <LeftOut
              key={layerKey(layer)}
              label={layer.dataSet.startsWith(layer.part) ? layer.dataSet : `${layer.dataSet}, ${layer.part}`}
              note={`${LAYER_ROLE_LABELS[layer.role]}; ${layer.bufferFt} ft is an assumption: ${layer.reason}`}
              bufferFt={choice.buffers.get(layerKey(layer))}
              usualFt={layer.bufferFt}
              onBuffer={(value) => setBuffer(layerKey(layer), value)}
            />
          ))}
        </fieldset>
      )}
      <Button
        size="compact-sm"
        loading={isBusy}
        disabled={selected === CIRCLE && !options.hasPosition}
        onClick={() => void measure()}
      >
        {options.saved === null ? 'Measure' : 'Measure again'}
      </Button>
    </div>
  )
}

interface LeftOutProps {
  readonly label: string
  readonly note: string
  /** Undefined where it is built on. */
  readonly bufferFt: number | undefined
  readonly usualFt: number
  onBuffer(bufferFt: number | null): void
}

function LeftOut({ label, note, bufferFt, usualFt, onBuffer }: LeftOutProps) {
  return (
    <div className="land-out__row">
      <Checkbox
        size="xs"
        label={label}
        checked={bufferFt !== undefined}
        onChange={(event) => onBuffer(event.currentTarget.checked ? usualFt : null)}
      />
      <NumberInput
        size="xs"
        aria-label={`Feet around ${label}`}
        className="land-out__feet"
        min={0}
        max={26_400}
        hideControls
        disabled={bufferFt === undefined}
        value={bufferFt ?? usualFt}
        onChange={(value) => onBuffer(feetOf(value))}
      />
      {note === '' ? null : <div className="land-out__note">{note}</div>}
    </div>
  )
}

function feetOf(value: string | number): number {
  return Math.min(26_400, Math.max(0, Number(value) || 0))
}
