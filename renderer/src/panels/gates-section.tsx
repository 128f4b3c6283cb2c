import { IconCircleCheck, IconCircleX, IconHelpCircle } from '@tabler/icons-react'
import type { GateState } from '../../../shared/domain/ranking/ranking.ts'
import type { GateExplanation } from '../../../shared/domain/ranking/site-explanation.ts'
import { GATE_STATE_LABELS } from '../ui/labels.ts'

const ICONS = { pass: IconCircleCheck, fail: IconCircleX, unknown: IconHelpCircle } as const

const ORDER: readonly GateState[] = ['fail', 'unknown', 'pass']

/** The conditions that no price buys back, failed ones first. */
export function GatesSection({ gates }: { readonly gates: readonly GateExplanation[] }) {
  const sorted = [...gates].sort((a, b) => ORDER.indexOf(a.state) - ORDER.indexOf(b.state))
  return (
    <ul>
      {sorted.map((gate) => {
        const Icon = ICONS[gate.state]
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
          </li>
        )
      })}
    </ul>
  )
}
