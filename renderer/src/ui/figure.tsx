import { Popover } from '@mantine/core'
import type { DerivationStep } from '../../../shared/domain/ranking/site-explanation.ts'
import { DerivationSteps } from './derivation-steps.tsx'

export interface FigureProps {
  readonly label: string
  readonly value: string
  readonly note: string
  readonly steps: readonly DerivationStep[]
}

/** A figure that opens to where it comes from. */
export function Figure({ label, value, note, steps }: FigureProps) {
  return (
    <Popover position="bottom" width={340} shadow="md" withArrow trapFocus>
      <Popover.Target>
        <button type="button" className="figure plain-button">
          <span className="figure__label">{label} </span>
          <span className="figure__value num">{value} </span>
          <span className="figure__note num">{note}</span>
          <span className="visually-hidden">, show where it comes from</span>
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the focus goes into the popover, which may scroll. */}
        <section className="figure__steps scroll" tabIndex={0} aria-label={`Where ${label} comes from`}>
          <DerivationSteps steps={steps} />
        </section>
      </Popover.Dropdown>
    </Popover>
  )
}
