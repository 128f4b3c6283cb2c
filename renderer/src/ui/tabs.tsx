import { type KeyboardEvent, type ReactNode, useId } from 'react'

export interface Tab<T extends string> {
  readonly id: T
  readonly label: string
  readonly count?: number | undefined
}

export interface TabsProps<T extends string> {
  readonly label: string
  readonly tabs: readonly Tab<T>[]
  readonly active: T
  readonly children: ReactNode
  onChange(active: T): void
}

/** Tabs over one panel: arrows, Home and End move between them. */
export function Tabs<T extends string>({ label, tabs, active, children, onChange }: TabsProps<T>) {
  const id = useId()
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>): void => {
    const index = tabs.findIndex((tab) => tab.id === active)
    const targets: Record<string, number> = {
      ArrowRight: (index + 1) % tabs.length,
      ArrowLeft: (index - 1 + tabs.length) % tabs.length,
      Home: 0,
      End: tabs.length - 1,
    }
    const target = tabs[targets[event.key] ?? -1]
    if (target === undefined) return
    event.preventDefault()
    onChange(target.id)
    document.getElementById(`${id}-${target.id}`)?.focus()
  }
  return (
    <div className="panel__tabs">
      <div className="tab-list" role="tablist" aria-label={label} onKeyDown={onKeyDown}>
        {tabs.map((tab) => (
          <button
            key={tab.id}
            id={`${id}-${tab.id}`}
            type="button"
            className="tab"
            role="tab"
            aria-selected={tab.id === active}
            aria-controls={`${id}-panel`}
            tabIndex={tab.id === active ? 0 : -1}
            onClick={() => onChange(tab.id)}
          >
            {tab.label}
            {tab.count === undefined || tab.count === 0 ? null : <span className="tab__count num">{tab.count}</span>}
          </button>
        ))}
      </div>
      <div
        id={`${id}-panel`}
        className="tab-panel scroll"
        role="tabpanel"
        aria-labelledby={`${id}-${active}`}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a panel that scrolls must be reachable to be scrolled by key.
        tabIndex={0}
        key={active}
      >
        {children}
      </div>
    </div>
  )
}
