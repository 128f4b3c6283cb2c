import { useMemo } from 'react'
import { portfolioQuestions } from '../../../shared/domain/ranking/portfolio-questions.ts'
import { formatPercent, formatUsdShort } from '../../../shared/format/format-quantity.ts'
import { useApp } from '../stores/use-app.ts'
import { useShortlist } from './use-shortlist.ts'

const MOST_QUESTIONS = 100

/** What to find out next over the whole shortlist, the answer that is worth most first. */
export function QuestionsTab({ onOpened }: { onOpened(): void }) {
  const shortlist = useShortlist()
  const selectSite = useApp((state) => state.selectSite)
  const questions = useMemo(() => portfolioQuestions(shortlist).slice(0, MOST_QUESTIONS), [shortlist])
  if (shortlist.length === 0) return <p className="empty">No site is in the list, so there is nothing to ask.</p>
  if (questions.length === 0) {
    return (
      <p className="empty">
        No answer to an open question would change what is best for the {shortlist.length} best sites of the list.
      </p>
    )
  }
  return (
    <div className="shortlist">
      <p className="shortlist__says">
        What one would pay at most to know, for the {shortlist.length} best sites of the list: the chance that an answer
        changes what is best for a site, times what the better choice gains.
      </p>
      <table className="grid-table">
        <thead>
          <tr>
            <th>Site</th>
            <th>Find out</th>
            <th className="cell-end">Changes the verdict</th>
            <th className="cell-end">Worth per MW</th>
            <th className="cell-end">Worth</th>
          </tr>
        </thead>
        <tbody>
          {questions.map((question) => (
            <tr key={`${question.siteId} ${question.label}`}>
              <td>
                <button
                  type="button"
                  className="plain-button link"
                  onClick={() => {
                    selectSite(question.siteId, 'list')
                    onOpened()
                  }}
                >
                  {question.name}
                </button>
              </td>
              <td>
                <strong>{question.label}</strong> <span className="muted">{question.why}</span>
              </td>
              <td className="cell-end num">{formatPercent(question.changeChance)}</td>
              <td className="cell-end num">{formatUsdShort(question.gainUsdPerMw)}</td>
              <td className="cell-end num">{formatUsdShort(question.gainUsd)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
