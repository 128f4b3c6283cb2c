import { useMemo } from 'react'
import { secondOpinion } from '../../../shared/domain/mcda/second-opinion.ts'
import { weighedCriteria } from '../../../shared/domain/ranking/site-utilities.ts'
import { formatNumber } from '../../../shared/format/format-quantity.ts'
import { useApp } from '../stores/use-app.ts'
import { useShortlist } from './use-shortlist.ts'

/** Would another accepted method pick the same sites? */
export function OpinionTab() {
  const shortlist = useShortlist()
  const ruler = useApp((state) => state.ranking?.ruler ?? state.ruler)
  const opinion = useMemo(() => {
    const criteria = weighedCriteria(ruler)
    return secondOpinion(
      shortlist.map(({ utilities }) =>
        utilities.low.map((utility, index) => ({ utility, weight: criteria[index]?.weight ?? 0 })),
      ),
    )
  }, [shortlist, ruler])
  if (shortlist.length < 2) {
    return <p className="empty">A second opinion compares sites: it needs at least two in the list.</p>
  }
  const disputed = opinion.isDisputed.filter(Boolean).length
  const { topsis, promethee2 } = opinion.agreement
  return (
    <div className="shortlist">
      <p className="shortlist__says">
        {opinion.agreesOnFirst
          ? 'All three methods put the same site first.'
          : 'The methods do not agree on the first site.'}{' '}
        {disputed === 0
          ? 'They put no site far apart.'
          : `They put ${disputed} of ${shortlist.length} sites far apart.`}{' '}
        <span className="muted">
          TOPSIS and PROMETHEE II compare the {shortlist.length} best sites of the list with each other; the score does
          not.
        </span>
      </p>
      <table className="grid-table">
        <thead>
          <tr>
            <th>Site</th>
            <th className="cell-end">Score</th>
            <th className="cell-end">TOPSIS</th>
            <th className="cell-end">PROMETHEE II</th>
            <th>Far apart</th>
          </tr>
        </thead>
        <tbody>
          {shortlist.map(({ id, name }, index) => (
            <tr key={id} data-flag={opinion.isDisputed[index]}>
              <td>{name}</td>
              <td className="cell-end num">{opinion.weightedSum[index]}</td>
              <td className="cell-end num">{opinion.topsis[index]}</td>
              <td className="cell-end num">{opinion.promethee2[index]}</td>
              <td>{opinion.isDisputed[index] ? 'disputed' : ''}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td>Agreement with the score, Spearman / Kendall</td>
            <td />
            <td className="cell-end num">{pair(topsis)}</td>
            <td className="cell-end num">{pair(promethee2)}</td>
            <td />
          </tr>
        </tfoot>
      </table>
    </div>
  )
}

function pair({ spearman, kendall }: { spearman: number; kendall: number }): string {
  const text = (value: number) => (Number.isNaN(value) ? 'n/a' : formatNumber(value, 2))
  return `${text(spearman)} / ${text(kendall)}`
}
