import type { CriterionExplanation, SiteExplanation } from '../../../shared/domain/ranking/site-explanation.ts'
import { useApp } from '../stores/use-app.ts'
import { ScoreBar } from '../ui/score-bar.tsx'
import { HowSureSection } from '../uncertainty/how-sure-section.tsx'
import { useStability } from '../uncertainty/use-stability.ts'
import { firstPlaceText } from '../weights/first-place-text.ts'
import { questionWorth } from '../weights/question-worth.ts'
import { rulerTitle } from '../weights/ruler-title.ts'
import { PlanSection } from './plan-section.tsx'
import { StrategyRows } from './strategy-rows.tsx'

/** The verdict in one sentence, then what it rests on. */
export function VerdictSection({ explanation }: { readonly explanation: SiteExplanation }) {
  const { row, sentence, breakEvens, strategies, verdict, criteria, findOutNext } = explanation
  const ruler = useApp((state) => state.ranking?.ruler ?? state.ruler)
  const firstPlace = useApp(({ ranking }) => (ranking === null ? '' : firstPlaceText(ranking, row)))
  const ranges = useStability(row)?.valueByStrategy ?? null
  return (
    <>
      <section className="section">
        <p className="verdict-sentence">{sentence}</p>
      </section>
      <section className="section">
        <h3 className="section__title">Value by strategy, net present value per gross MW</h3>
        <StrategyRows strategies={strategies} verdict={verdict} ranges={ranges} />
      </section>
      <PlanSection row={row} />
      <HowSureSection row={row} />
      {breakEvens.length === 0 ? null : (
        <section className="section">
          <h3 className="section__title">What would change it</h3>
          <ul className="bullets">
            {breakEvens.map((each) => (
              <li key={each.sentence}>{each.sentence}</li>
            ))}
          </ul>
        </section>
      )}
      {findOutNext.length === 0 ? null : (
        <section className="section">
          <h3 className="section__title">What to find out next</h3>
          <ul className="bullets">
            {findOutNext.map((each) => (
              <li key={each.label}>
                <strong>{each.label}</strong>: {each.why} <span className="muted">({questionWorth(each)})</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section className="section">
        <h3 className="section__title">{`Score by criterion, ruler ${rulerTitle(ruler)}`}</h3>
        <p className="criterion__bounds">{firstPlace}</p>
        {criteria.map((criterion) => (
          <Criterion key={criterion.id} criterion={criterion} />
        ))}
      </section>
    </>
  )
}

function Criterion({ criterion }: { readonly criterion: CriterionExplanation }) {
  const isUnknown = Number.isNaN(criterion.utility)
  return (
    <div className="criterion">
      <div>
        {criterion.label}
        <div className="criterion__bounds">{criterion.bounds}</div>
      </div>
      <span className={isUnknown ? 'unknown' : 'num'}>{criterion.value}</span>
      <ScoreBar
        score={isUnknown ? 0 : criterion.utility * 100}
        scoreAtBest={isUnknown ? 100 : criterion.utility * 100}
      />
    </div>
  )
}
