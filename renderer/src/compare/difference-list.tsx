import { ASSUMPTIONS } from '../../../shared/domain/scenario/assumption-defs.ts'
import { formatAssumption } from '../../../shared/format/format-assumption.ts'
import type { ComparisonView } from '../stores/compare-slice.ts'

/** What two scenarios assume differently, with the number of flips that each assumption explains most of. */
export function DifferenceList({ view }: { readonly view: ComparisonView }) {
  const { differences, attribution } = view.comparison
  if (differences.length === 0) return <p className="compare__same">The two assume the same.</p>
  const decided = new Map<string, number>()
  for (const { explained, causes } of view.sites) {
    const [first] = causes
    if (explained === 'flip' && first) decided.set(first.key, (decided.get(first.key) ?? 0) + 1)
  }
  return (
    <div className="compare__differences scroll">
      <table>
        <thead>
          <tr>
            <th scope="col">Assumption</th>
            <th scope="col">{view.from.label}</th>
            <th scope="col">{view.to.label}</th>
            <th scope="col">Flips it explains most of</th>
          </tr>
        </thead>
        <tbody>
          {differences
            .toSorted((a, b) => (decided.get(b.key) ?? 0) - (decided.get(a.key) ?? 0))
            .map(({ key, from, to }) => (
              <tr key={key}>
                <th scope="row">{ASSUMPTIONS[key].label}</th>
                <td className="num">{formatAssumption(ASSUMPTIONS[key], from)}</td>
                <td className="num">{formatAssumption(ASSUMPTIONS[key], to)}</td>
                <td className="num">{decided.get(key) ?? 0}</td>
              </tr>
            ))}
        </tbody>
      </table>
      {attribution.type === 'sampled' ? (
        <p className="compare__method">
          {`More than 8 assumptions differ: shares are means over ${attribution.orders} random orders, seed ${attribution.seed}.`}
        </p>
      ) : null}
    </div>
  )
}
