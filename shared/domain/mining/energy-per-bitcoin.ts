const JOULES_PER_MWH = 3.6e9

/** Energy that one bitcoin takes to mine, MWh: hashes of a block × energy of a hash / reward of a block. */
export function energyPerBitcoinMwh(efficiencyJPerTh: number, difficulty: number, rewardBtc: number): number {
  const joulesPerBlock = (efficiencyJPerTh / 1e12) * difficulty * 2 ** 32
  return joulesPerBlock / JOULES_PER_MWH / rewardBtc
}
