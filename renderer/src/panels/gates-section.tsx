import { Button } from '@mantine/core'
import { IconCircleCheck, IconCircleX, IconHelpCircle } from '@tabler/icons-react'
import type { NearMiss } from '../../../shared/domain/gates/near-miss.ts'
import type { GateState } from '../../../shared/domain/ranking/ranking.ts'
import type { GateExplanation } from '../../../shared/domain/ranking/site-explanation.ts'
import '../styles/nearby.css'
import { GATE_STATE_LABELS } from '../ui/labels.ts'

/** Gates whose figure can be measured on the map. */
const MEASURED: Readonly<Partial<Record<GateExplanation['gate'], string>>> = {
  substation_distance: 'Measure the distance',
  fiber: 'Measure the distance',
  flood: 'Look at flood zones',
  land: 'Measure buildable land',
}

const ICONS = { pass: IconCircleCheck, fail: IconCircleX, unknown: IconHelpCircle } as const

const ORDER: readonly GateState[] = ['fail', 'unknown', 'pass']

export interface GatesSectionProps {
  readonly gates: readonly GateExplanation[]
  readonly nearMiss: NearMiss
  /** Goes to where distances and land are measured. */
  onMeasure(): void
}

/** The conditions that no score buys back, failed ones first, each with the works that would open it. */
export function GatesSection({ gates, nearMiss, onMeasure }: GatesSectionProps) {
  const sorted = [...gates].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))
  return (
    <>
      {nearMiss.reading === '' ? null : <p className="gates__reading">{nearMiss.reading}</p>}
      <ul className="gates">
        {sorted.map((gate) => {
          const Icon = ICONS[gate.state]
          const cure = nearMiss.cures.find((each) => each.gate === gate.gate)
          return (
            <li className="gate" key={gate.gate}>
              <span className="gate__icon" data-state={gate.state}>
                <Icon size={18} stroke={1.8} aria-hidden="true" />
              </span>
              <span className="gate__label">{gate.label}</span>
              <span className="gate__state" data-state={gate.state}>
                {GATE_STATE_LABELS[gate.state]}
              </span>
              <span className="gate__why">{gate.why}</span>
              <span className="gate__threshold">{gate.threshold}</span>
              {gate.state === 'unknown' && MEASURED[gate.gate] !== undefined ? (
                <span className="gate__measure">
                  <Button size="compact-xs" variant="default" onClick={onMeasure}>
                    {MEASURED[gate.gate]}
                  </Button>
                </span>
              ) : null}
              {cure ? (
                <span className="gate__cure" data-curable={cure.isCurable}>
                  {cure.reading}
                </span>
              ) : null}
            </li>
          )
        })}
      </ul>
    </>
  )
}
