import { type ExportInput, exportSites } from '../../electron/core/documents/export-sites.ts'
import { CategoryBuilder } from '../../shared/columns/category-builder.ts'
import { CATEGORY_COLUMNS, NUMBER_COLUMNS, type SiteColumns } from '../../shared/columns/site-columns.ts'
import type { SiteDetail } from '../../shared/contract/sites.ts'
import type { ExportFormat } from '../../shared/domain/export/export-format.ts'
import { DEFAULT_PRESET } from '../../shared/domain/scenario/presets.ts'
import { isSiteFieldKey, type SiteFieldKey } from '../../shared/domain/site/site-fields.ts'
import type { SiteValue } from '../../shared/domain/site/site-value.ts'

export const NOTE_TEXT = 'Called the broker'

type Values = Partial<Record<SiteFieldKey, SiteValue>>

/** Two sites whose texts are awkward in one format or another. */
export const SITES: Readonly<Record<string, Values>> = {
  alpha: {
    name: 'Alpha "North", phase 1\r\nand 2',
    operator: '=HYPERLINK("http://x","y")',
    owner: "'=already escaped",
    note: '@risk\t+1',
    aiDeal: '-12 MW, said in passing',
    kind: 'mining',
    position: { latitude: 31.25, longitude: -97.5 },
    energizedMw: 120.5,
    powerPriceUsdPerMwh: -3.25,
    gridVoltageKv: 345,
    energizationDate: '2027-07',
  },
  'beta-数据': { name: '<b>Beta</b>', water: '\tfrom a well ', position: { latitude: -1e-7, longitude: 179.999 } },
}

function detailOf(siteId: string): SiteDetail {
  const attributes = Object.entries(SITES[siteId] ?? {}).map(([field, value]) => ({
    field: field as SiteFieldKey,
    value,
    source: 'test',
    asOf: null,
    rung: 'claimed' as const,
    author: 'tester',
    origin: 'data_set' as const,
    dataSet: 'test',
    editedAt: null,
  }))
  const when = { createdAt: 1e12, editedAt: 1e12 }
  const note = { noteId: '3f0c1c4e-6c1e-4d0e-9f54-3a5f6f0f0d11', text: NOTE_TEXT, author: 'Ada', ...when }
  return { siteId, attributes, notes: siteId === 'alpha' ? [note] : [], evidence: [], records: [] }
}

function columns(): SiteColumns {
  const ids = Object.keys(SITES)
  const numberAt = (site: Values, column: string): number => {
    const position = site.position as { latitude: number; longitude: number } | undefined
    if (column === 'latitude' || column === 'longitude') return position?.[column] ?? Number.NaN
    const value = isSiteFieldKey(column) ? site[column] : undefined
    return typeof value === 'number' ? value : Number.NaN
  }
  const categoryOf = (column: SiteFieldKey) => {
    const builder = new CategoryBuilder(ids.length)
    ids.forEach((id, row) => {
      builder.set(row, (SITES[id]?.[column] as string | undefined) ?? null)
    })
    return builder.done()
  }
  return {
    revision: 1,
    count: ids.length,
    ids,
    names: ids.map((id) => String(SITES[id]?.name)),
    numbers: Object.fromEntries(
      NUMBER_COLUMNS.map((column) => [column, Float64Array.from(ids, (id) => numberAt(SITES[id] ?? {}, column))]),
    ) as SiteColumns['numbers'],
    categories: Object.fromEntries(
      CATEGORY_COLUMNS.map((column) => [column, categoryOf(column)]),
    ) as SiteColumns['categories'],
  }
}

/** Writes the sites in memory as an export does. */
export function exportTo(outputFile: string, format: ExportFormat, more: Partial<ExportInput> = {}): Promise<void> {
  return exportSites({
    outputFile,
    format,
    profile: 'internal',
    catalogId: 'catalog',
    referenceFolder: 'data/reference',
    columns: columns(),
    detailOf,
    scenario: { preset: DEFAULT_PRESET, changes: {} },
    isCancelled: () => false,
    onProgress: () => undefined,
    ...more,
  })
}
