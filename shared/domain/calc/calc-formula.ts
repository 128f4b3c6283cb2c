import type { CheckedInputs, InputRules } from './calc-inputs.ts'

export type CalcOutputs = Readonly<Record<string, number>>

/** A formula that can be run by name: its inputs and what it answers. A text answer is one sentence saying why there is no number. */
export interface CalcFormula {
  readonly inputs: InputRules
  run(inputs: CheckedInputs): CalcOutputs | string
}
