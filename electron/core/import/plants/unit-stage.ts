const STAGES: Readonly<Record<string, string>> = {
  P: 'application',
  L: 'application',
  T: 'ia_executed',
  U: 'construction',
  V: 'construction',
  TS: 'construction',
  OP: 'in_service',
  SB: 'in_service',
  OA: 'in_service',
  OS: 'in_service',
  IP: 'suspended',
  CN: 'withdrawn',
  RE: 'retired',
  OT: 'unknown',
}

/** EIA's code of a unit's status: "OP", or the one in brackets of "(OP) Operating". */
export function statusCode(text: string): string {
  return /^\(([A-Z]{1,2})\)/.exec(text)?.[1] ?? text.toUpperCase()
}

/** The stage of a project's life that EIA's status stands for; null for a text that is no status. */
export function stageOfStatus(code: string): string | null {
  return STAGES[code] ?? null
}
