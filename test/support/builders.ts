/** Builds the text of a sites file; a site needs an id, a name and a position, the rest is as given. */
export function sitesCsv(rows: readonly Readonly<Record<string, string | number>>[]): string {
  const filled = rows.map((row, index) => ({
    site_id: `site-${index + 1}`,
    name: `Site ${index + 1}`,
    kind: 'mining',
    status: 'operating',
    state: 'TX',
    country: 'US',
    latitude: 31.5,
    longitude: -97.25,
    source_url: 'https://example.com/filing',
    source_date: '2026-02-03',
    ...row,
  }))
  const columns = [...new Set(filled.flatMap((row) => Object.keys(row)))]
  const lines = filled.map((row) =>
    columns.map((column) => quoted(String((row as Record<string, string | number>)[column] ?? ''))).join(','),
  )
  return `${[columns.join(','), ...lines].join('\r\n')}\r\n`
}

/** Lake Mariner and two neighbours, with figures that tests change. */
export const THREE_SITES = sitesCsv([
  {
    site_id: 'lake-mariner',
    name: 'Lake Mariner',
    operator: 'TeraWulf',
    city: 'Barker',
    county: 'Niagara',
    state: 'NY',
    latitude: 43.36,
    longitude: -78.61,
    power_mw_energized: 245,
    voltage_kv: 345,
  },
  { site_id: 'rockdale', name: 'Rockdale', operator: 'Riot', city: 'Rockdale', latitude: 30.57, longitude: -97.06 },
  { site_id: 'penasco', name: 'Peñasco', operator: 'Hut 8', state: 'NM', latitude: 36.17, longitude: -105.69 },
])

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
