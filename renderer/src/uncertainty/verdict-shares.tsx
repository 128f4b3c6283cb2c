import type { Verdict } from '../../../shared/domain/site/strategies.ts'

/** The draws as one bar, split by the verdict they give. The figures stand below it in words. */
export function VerdictShares({ shares }: { readonly shares: readonly { verdict: Verdict; share: number }[] }) {
  return (
    <div className="verdict-shares" aria-hidden="true">
      {shares
        .filter(({ share }) => share > 0)
        .map(({ verdict, share }) => (
          <span key={verdict} style={{ flexGrow: share, background: `var(--verdict-${verdict})` }} />
        ))}
    </div>
  )
}
