import type { TableProposal } from '../../../shared/contract/mappings.ts'

/** The first rows of a table as they read under the chosen columns. */
export function ReadRows({ preview }: Pick<TableProposal, 'preview'>) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable to be scrolled by key.
    <section className="mapping__rows scroll" tabIndex={0} aria-label="The first rows as they are read">
      <table className="mapping__table">
        <thead>
          <tr>
            <th scope="col">Row</th>
            <th scope="col">Site</th>
            <th scope="col">Position</th>
            <th scope="col">Reads as</th>
          </tr>
        </thead>
        <tbody>
          {preview.map(({ row, name, position, precision, values, problem }) => (
            <tr key={row}>
              <td className="num">{row}</td>
              {problem === null ? (
                <>
                  <td>{name}</td>
                  <td className="num mapping__position">
                    {position === null ? '' : `${position.latitude.toFixed(4)}, ${position.longitude.toFixed(4)}`}
                    {precision === 'county' ? <span className="mapping__hint">middle of the county</span> : null}
                  </td>
                  <td>{values.map(({ label, text }) => `${label} ${text}`).join(' · ')}</td>
                </>
              ) : (
                <td colSpan={3} className="mapping__problem">
                  {problem}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
