/**
 * The name and value pairs of an HTML table, which is how GIS programs write attributes into a KML description; empty
 * for a text without one.
 */
export function htmlTable(html: string): Record<string, string> {
  if (!/<td\b/i.test(html)) return {}
  const pairs: Record<string, string> = {}
  for (const [, row = ''] of html.matchAll(/<tr\b[^>]*>([\s\S]*?)(?=<\/tr>|<tr\b|$)/gi)) {
    const cells = [...row.matchAll(/<t[dh]\b[^>]*>([\s\S]*?)(?=<\/t[dh]>|<t[dh]\b|$)/gi)].map((match) =>
      plain(match[1] ?? ''),
    )
    const [name = '', value] = cells
    if (cells.length === 2 && value !== undefined && name !== '') pairs[name.replace(/:$/, '')] ??= value
  }
  return pairs
}

function plain(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&nbsp;/gi, ' ')
    .replace(/&lt;/gi, '<')
    .replace(/&gt;/gi, '>')
    .replace(/&amp;/gi, '&')
    .trim()
}
