export interface FilterChipsProps<T extends string> {
  readonly title: string
  readonly options: readonly T[]
  readonly chosen: readonly T[]
  labelOf(option: T): string
  onChange(chosen: T[]): void
}

/** A group of choices of which any number may be on. */
export function FilterChips<T extends string>({ title, options, chosen, labelOf, onChange }: FilterChipsProps<T>) {
  const toggle = (option: T): void =>
    onChange(chosen.includes(option) ? chosen.filter((each) => each !== option) : [...chosen, option])
  return (
    <fieldset className="filters__group plain-fieldset">
      <legend className="filters__title">{title}</legend>
      <div className="filters__chips">
        {options.map((option) => (
          <button
            key={option}
            type="button"
            className="chip"
            data-on={chosen.includes(option)}
            aria-pressed={chosen.includes(option)}
            onClick={() => toggle(option)}
          >
            {labelOf(option)}
          </button>
        ))}
      </div>
    </fieldset>
  )
}
