/** Power that a fleet draws at the wall, MW: 1 EH/s at 1 J/TH is 1 MW. */
export function fleetMegawatts(hashrateEhPerS: number, efficiencyJPerTh: number): number {
  return hashrateEhPerS * efficiencyJPerTh
}
