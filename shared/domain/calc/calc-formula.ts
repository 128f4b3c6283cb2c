import type { CheckedInputs, InputRules } from './calc-inputs.ts'

/** An answer: a number, null where there is none, or lists and records of them. */
export type CalcValue = number | null | readonly CalcValue[] | { readonly [name: string]: CalcValue }

export type CalcOutputs = Readonly<Record<string, CalcValue>>

/** A formula that can be run by name: its inputs and what it answers. A text answer is one sentence saying why there is no number. */
export interface CalcFormula {
  readonly inputs: InputRules
  run(inputs: CheckedInputs): CalcOutputs | string
}
