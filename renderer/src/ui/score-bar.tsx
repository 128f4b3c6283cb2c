export interface ScoreBarProps {
  /** 0 to 100, unknown criteria at their worst. */
  readonly score: number
  /** 0 to 100, unknown criteria at their best. */
  readonly scoreAtBest: number
}

/** A score with what is still open: filled up to the score, hatched up to where unknown criteria could bring it. */
export function ScoreBar({ score, scoreAtBest }: ScoreBarProps) {
  const isSettled = scoreAtBest - score < 0.5
  return (
    <div className="score">
      <div className="score__value num">
        {score.toFixed(0)}
        {isSettled ? null : <span className="score__best">–{scoreAtBest.toFixed(0)}</span>}
      </div>
      <div className="score__track">
        <div className="score__open" style={{ width: `${scoreAtBest}%` }} />
        <div className="score__fill" style={{ width: `${score}%` }} />
      </div>
    </div>
  )
}
