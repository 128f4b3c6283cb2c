import type { Contract } from '../../../shared/contract/contract.ts'
import type { Handlers, MethodKind, MethodsOfKind } from '../../../shared/contract/define.ts'

/** One function for every method of a kind, checked against the contract. */
export type HandlersOfKind<Kind extends MethodKind> = Handlers<MethodsOfKind<Contract, Kind>>
