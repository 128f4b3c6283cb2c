import type { Ranking } from '../../../shared/domain/ranking/ranking.ts'
import { STRATEGIES, VERDICTS } from '../../../shared/domain/site/strategies.ts'

/** What the site's verdict is worth per gross megawatt; where no strategy earns its cost, NaN. */
export function bestValueUsdPerMw(ranking: Ranking, row: number): number {
  const verdict = VERDICTS[ranking.verdict[row] ?? VERDICTS.length - 1]
  const strategy = STRATEGIES.find((each) => each === verdict)
  return strategy === undefined ? Number.NaN : (ranking.npvUsdPerMw[strategy][row] ?? Number.NaN)
}
