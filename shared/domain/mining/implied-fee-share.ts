/** Share of fees in the bitcoin that was really mined, when subsidies alone would have given `subsidyOnlyBtc`. */
export function impliedFeeShare(subsidyOnlyBtc: number, minedBtc: number): number {
  return 1 - subsidyOnlyBtc / minedBtc
}
