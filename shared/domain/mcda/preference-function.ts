/**
 * How strongly an advantage on one criterion counts, 0 to 1. Thresholds are in the criterion's own unit: `q` is the
 * largest advantage that does not count, `p` the smallest that counts in full, `s` the one at which the Gaussian bends.
 * Source: Brans and Vincke 1985.
 */
export type PreferenceFunction =
  | { readonly type: 'usual' }
  | { readonly type: 'u_shape'; readonly q: number }
  | { readonly type: 'v_shape'; readonly p: number }
  | { readonly type: 'level'; readonly q: number; readonly p: number }
  | { readonly type: 'linear'; readonly q: number; readonly p: number }
  | { readonly type: 'gaussian'; readonly s: number }

/** Preference for an advantage; 0 for none or a disadvantage. */
export function preferenceFor(preference: PreferenceFunction, advantage: number): number {
  if (!(advantage > 0)) return 0
  switch (preference.type) {
    case 'usual':
      return 1
    case 'u_shape':
      return advantage > preference.q ? 1 : 0
    case 'v_shape':
      return Math.min(1, advantage / preference.p)
    case 'level':
      if (advantage <= preference.q) return 0
      return advantage <= preference.p ? 0.5 : 1
    case 'linear':
      if (advantage <= preference.q) return 0
      return advantage > preference.p ? 1 : (advantage - preference.q) / (preference.p - preference.q)
    case 'gaussian':
      return -Math.expm1(-0.5 * (advantage / preference.s) ** 2)
  }
}
