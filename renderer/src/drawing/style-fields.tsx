import { useId } from 'react'
import type { Annotation, AnnotationStyle } from '../../../shared/contract/annotations.ts'
import { ANNOTATION_PALETTE } from './annotation-palette.ts'

interface StyleFieldsProps {
  readonly annotation: Annotation
  readonly isDisabled: boolean
  onStyle(change: Partial<AnnotationStyle>): void
}

const WIDTHS_PX = [1, 1.5, 2.5, 4, 6, 10]
const TEXT_SIZES_PX = [10, 12, 14, 18, 24, 32]
const DASHES = [
  ['solid', 'Solid'],
  ['dashed', 'Dashed'],
  ['dotted', 'Dotted'],
] as const

/** Colours that everybody tells apart, width, dash, fill and how far they let the ground through. */
export function StyleFields({ annotation, isDisabled, onStyle }: StyleFieldsProps) {
  const { style, figure } = annotation
  const { shape, geometry } = figure
  const isWord = shape === 'text'
  const isArea = geometry.type === 'Polygon' || geometry.type === 'MultiPolygon' || shape === 'circle'
  const hasStroke = isArea || geometry.type === 'LineString'
  return (
    <fieldset className="inspector-style" disabled={isDisabled}>
      <legend className="visually-hidden">Style</legend>
      <Swatches
        label={isWord ? 'Color' : isArea ? 'Outline' : 'Color'}
        color={style.strokeColor}
        onColor={(strokeColor) =>
          // Outline and fill are one colour until somebody parts them.
          onStyle(style.fillColor === style.strokeColor ? { strokeColor, fillColor: strokeColor } : { strokeColor })
        }
      />
      {isArea ? (
        <Swatches label="Fill" color={style.fillColor} onColor={(fillColor) => onStyle({ fillColor })} />
      ) : null}
      <div className="inspector-row">
        {isWord ? (
          <Choice
            label="Size"
            value={style.textSizePx}
            values={TEXT_SIZES_PX}
            unit="px"
            onChoose={(textSizePx) => onStyle({ textSizePx })}
          />
        ) : (
          <Choice
            label="Width"
            value={style.strokeWidthPx}
            values={WIDTHS_PX}
            unit="px"
            onChoose={(strokeWidthPx) => onStyle({ strokeWidthPx })}
          />
        )}
        {hasStroke ? (
          <label className="inspector-field">
            <span>Line</span>
            <select
              value={style.dash}
              onChange={(event) => onStyle({ dash: event.currentTarget.value as AnnotationStyle['dash'] })}
            >
              {DASHES.map(([dash, label]) => (
                <option key={dash} value={dash}>
                  {label}
                </option>
              ))}
            </select>
          </label>
        ) : null}
      </div>
      <Share label="Opacity" value={style.strokeOpacity} onShare={(strokeOpacity) => onStyle({ strokeOpacity })} />
      {isArea ? (
        <Share label="Fill opacity" value={style.fillOpacity} onShare={(fillOpacity) => onStyle({ fillOpacity })} />
      ) : null}
    </fieldset>
  )
}

function Swatches(props: { readonly label: string; readonly color: string; onColor(color: string): void }) {
  const { label, color, onColor } = props
  const name = useId()
  return (
    <fieldset className="inspector-swatches">
      <legend className="inspector-swatches__label">{label}</legend>
      {ANNOTATION_PALETTE.map((each) => (
        <input
          key={each.color}
          type="radio"
          name={name}
          className="inspector-swatch"
          checked={each.color === color}
          aria-label={each.name}
          title={each.name}
          style={{ backgroundColor: each.color }}
          onChange={() => onColor(each.color)}
        />
      ))}
    </fieldset>
  )
}

interface ChoiceProps {
  readonly label: string
  readonly value: number
  readonly values: readonly number[]
  readonly unit: string
  onChoose(value: number): void
}

function Choice({ label, value, values, unit, onChoose }: ChoiceProps) {
  const all = values.includes(value) ? values : [...values, value].sort((a, b) => a - b)
  return (
    <label className="inspector-field">
      <span>{label}</span>
      <select value={value} onChange={(event) => onChoose(Number(event.currentTarget.value))}>
        {all.map((each) => (
          <option key={each} value={each}>
            {each} {unit}
          </option>
        ))}
      </select>
    </label>
  )
}

const SHARES = [0, 0.1, 0.18, 0.3, 0.5, 0.7, 0.85, 1]

/** A step is written once it is chosen: a slider would write, and undo, each position that it passes. */
function Share(props: { readonly label: string; readonly value: number; onShare(value: number): void }) {
  const { label, value, onShare } = props
  const all = SHARES.includes(value) ? SHARES : [...SHARES, value].sort((a, b) => a - b)
  return (
    <label className="inspector-field inspector-field--wide">
      <span>{label}</span>
      <select value={value} onChange={(event) => onShare(Number(event.currentTarget.value))}>
        {all.map((each) => (
          <option key={each} value={each}>
            {Math.round(each * 100)}%
          </option>
        ))}
      </select>
    </label>
  )
}
