import { type ComponentProps, useId, useState } from 'react'

interface CommittedFieldProps {
  readonly label: string
  readonly value: string
  readonly isDisabled?: boolean
  readonly isMultiline?: boolean
  readonly isFocused?: boolean
  readonly isLabelHidden?: boolean
  readonly maxLength: number
  readonly placeholder?: string
  onCommit(value: string): void
}

/** A text that is kept when the field is left, or with Enter; Esc takes back what was typed. */
export function CommittedField(props: CommittedFieldProps) {
  const {
    label,
    value,
    isDisabled = false,
    isMultiline = false,
    isFocused = false,
    isLabelHidden = false,
    onCommit,
  } = props
  const id = useId()
  const [typed, setTyped] = useState<string | null>(null)
  const commit = () => {
    if (typed !== null && typed !== value) onCommit(typed)
    setTyped(null)
  }
  const field: ComponentProps<'input'> & ComponentProps<'textarea'> = {
    id,
    className: 'inspector-field__input',
    value: typed ?? value,
    readOnly: isDisabled,
    maxLength: props.maxLength,
    placeholder: props.placeholder,
    // The text that was just set on the map waits for its words.
    autoFocus: isFocused,
    onChange: (event: { currentTarget: { value: string } }) => setTyped(event.currentTarget.value),
    onBlur: commit,
    onKeyDown: (event: { key: string; ctrlKey: boolean; currentTarget: HTMLElement; stopPropagation(): void }) => {
      if (event.key === 'Enter' && (!isMultiline || event.ctrlKey)) event.currentTarget.blur()
      if (event.key !== 'Escape') return
      event.stopPropagation()
      setTyped(null)
    },
  }
  return (
    <label className="inspector-field inspector-field--wide" htmlFor={id}>
      <span className={isLabelHidden ? 'visually-hidden' : undefined}>{label}</span>
      {isMultiline ? <textarea {...field} rows={2} /> : <input type="text" {...field} />}
    </label>
  )
}
