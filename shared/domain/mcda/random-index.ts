const SAATY_1980 = [0.58, 0.9, 1.12, 1.24, 1.32, 1.41, 1.45, 1.49, 1.51, 1.54, 1.56, 1.57, 1.59]
const SAATY = [0.52, 0.89, 1.11, 1.25, 1.35, 1.4, 1.45, 1.49, 1.52, 1.54, 1.56, 1.58, 1.59]
const ALONSO_LAMATA = [
  0.5245, 0.8815, 1.1086, 1.2479, 1.3417, 1.4056, 1.4499, 1.4854, 1.5141, 1.5365, 1.5551, 1.5713, 1.5838,
]
const DONEGAN_DODD = [
  0.4914, 0.8286, 1.0591, 1.1797, 1.2519, 1.3171, 1.3733, 1.4055, 1.4213, 1.4497, 1.4643, 1.4822, 1.4969,
]

/**
 * Mean consistency index of random comparisons of 3 to 15 things, by who drew them. A consistency ratio depends on the
 * table, so it is named beside the ratio. Sources: Saaty 1980; Saaty and Tran 2007; Alonso and Lamata 2006;
 * Donegan and Dodd 1991.
 */
export const RANDOM_INDEX_TABLES = {
  saaty: SAATY,
  saaty_1980: SAATY_1980,
  alonso_lamata: ALONSO_LAMATA,
  donegan_dodd: DONEGAN_DODD,
} as const

export type RandomIndexTable = keyof typeof RANDOM_INDEX_TABLES

/** The most things that the tables know. */
export const MOST_COMPARED = 15

/** Random index for comparisons of `size` things; 0 for fewer than 3, NaN beyond the table. */
export function randomIndex(table: RandomIndexTable, size: number): number {
  return size < 3 ? 0 : (RANDOM_INDEX_TABLES[table][size - 3] ?? Number.NaN)
}
