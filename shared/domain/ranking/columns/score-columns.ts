import { STRATEGIES } from '../../site/strategies.ts'
import { LENSES } from '../lens.ts'
import { points, VALUE } from '../score-site.ts'
import type { ScoreTerms } from '../score-terms.ts'
import { AI_BLOCKED, type AiColumns, MINE_BLOCKED, OPEN } from './ai-columns.ts'
import type { PriceColumns } from './price-columns.ts'
import type { ScoreScratch } from './score-scratch.ts'

const MINE = STRATEGIES.indexOf('mine')
const HYBRID = STRATEGIES.indexOf('hybrid')
const NONE = STRATEGIES.length
const MINING_LENS = LENSES.indexOf('mining')
const AI_LENS = LENSES.indexOf('ai')

/** Picks the best use of every site, as things stand and at their best, and adds up its points. */
export function scorePositions(
  prices: PriceColumns,
  ai: AiColumns,
  ruled: ScoreTerms,
  lens: number,
  into: ScoreScratch,
  first: number,
  end: number,
): void {
  const { points: otherPoints, pointsAtBest: otherPointsAtBest } = prices
  const { state: states, best: aiBest, bestStrategy, bestAtBest, caseAtBest } = ai
  const { mine, hybrid } = ai.cases
  const { mine: mineAtBest, hybrid: hybridAtBest } = ai.casesAtBest
  const { score, scoreAtBest, verdict } = into
  const fullValue = ruled.fullValueUsdPerMw
  for (let position = first; position < end; position += 1) {
    const state = states[position]!
    const isAiBlocked = (state & AI_BLOCKED) !== 0
    const isMineBlocked = (state & MINE_BLOCKED) !== 0
    const mineValue = mine[position]!
    const hybridValue = hybrid[position]!
    const ofAi = aiBest[position]!
    let best = isMineBlocked ? -1 : MINE
    let most = isMineBlocked ? Number.NEGATIVE_INFINITY : mineValue
    if (!isAiBlocked) {
      if (ofAi > most) {
        best = bestStrategy[position]!
        most = ofAi
      }
      if (hybridValue > most) {
        best = HYBRID
        most = hybridValue
      }
    }
    verdict[position] = most > 0 ? best : NONE
    let value = most
    if (lens === MINING_LENS) value = isMineBlocked ? Number.NEGATIVE_INFINITY : mineValue
    else if (lens === AI_LENS) value = isAiBlocked ? Number.NEGATIVE_INFINITY : ofAi

    const valuePoints = points(ruled, VALUE, value)
    let valuePointsAtBest = valuePoints
    if ((state & OPEN) !== 0 && value < fullValue) {
      let atBest = value
      if (!isAiBlocked && lens !== MINING_LENS) atBest = Math.max(atBest, bestAtBest[position]!)
      const other = caseAtBest[position]! - 1
      if (other >= 0) {
        if (!isMineBlocked && lens !== AI_LENS) atBest = Math.max(atBest, mineAtBest[other]!)
        if (!isAiBlocked && lens !== MINING_LENS && lens !== AI_LENS) atBest = Math.max(atBest, hybridAtBest[other]!)
      }
      if (atBest > value) valuePointsAtBest = points(ruled, VALUE, atBest)
    }
    score[position] = valuePoints + otherPoints[position]!
    scoreAtBest[position] = valuePointsAtBest + otherPointsAtBest[position]!
  }
}
