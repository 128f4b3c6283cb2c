/**
 * A source as it stands in a file. Only an https address becomes a link, and the link says which host it leads to,
 * since the text comes from files that anybody may have written.
 */
export function SourceLink({ source }: { readonly source: string }) {
  const url = httpsUrl(source)
  if (url === null) return <span>{source === '' ? 'No source given' : source}</span>
  return (
    <a className="link" href={url.href} target="_blank" rel="noopener noreferrer" title={url.href}>
      {url.hostname}
    </a>
  )
}

function httpsUrl(text: string): URL | null {
  const url = URL.parse(text.trim())
  return url?.protocol === 'https:' && url.username === '' && url.password === '' ? url : null
}
