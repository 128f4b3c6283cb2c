import { AppError } from '../../../../shared/contract/errors.ts'
import type { SavedMapping, TableMapping, TableProposal } from '../../../../shared/contract/mappings.ts'
import { type ColumnRole, roleLabel } from '../../../../shared/domain/mapping/column-role.ts'
import { isSiteFieldKey, siteField } from '../../../../shared/domain/site/site-fields.ts'
import { columnKey } from '../column-key.ts'
import type { CsvRow } from '../csv-parser.ts'
import type { CsvTable } from '../csv-table.ts'
import type { ImportedRecord } from '../imported-record.ts'
import { derivedIds } from '../layouts/derived-ids.ts'
import type { SourceFile } from '../source/source-file.ts'
import { findTable } from './find-table.ts'
import { guessColumns } from './guess-columns.ts'
import { guessSystem } from './guess-system.ts'
import { TableReader } from './table-reader.ts'

/** Rows that a proposal is made from. */
const SAMPLE_ROWS = 200
const PREVIEW_ROWS = 6
const LONGEST_EXAMPLE = 80

/**
 * What the columns of a table most likely are, and how its first rows read so.
 * @param given read with this; undefined for the saved mapping of the same headings, or else a guess.
 * @returns null for a file that holds no table.
 */
export async function inspectTable(
  source: SourceFile,
  options: { referenceFolder: string; saved: readonly SavedMapping[]; given: TableMapping | undefined },
): Promise<TableProposal | null> {
  const { given, referenceFolder } = options
  const found = await findTable(
    source,
    given?.columns.map(({ heading }) => heading),
  )
  if (!found) return null
  const { table, sheet, headerRow } = found
  const rows = await firstRows(table)
  if (rows.length === 0) return null
  const cells = rows.map((row) => row.cells)
  const guess = guessColumns(table.header, cells)
  const known = options.saved.find(
    ({ mapping }) => signature(mapping.columns.map((each) => each.heading)) === signature(table.header),
  )
  const base = given ?? (known ? inOrderOf(table.header, known.mapping) : guess.mapping)
  const mapping = given || known ? base : { ...base, crs: guessSystem(base, table.header, cells, referenceFolder) }
  const read = readSample(table, mapping, rows, source.name, referenceFolder)
  return {
    sheet,
    headerRow,
    mapping,
    columns: table.header.map((heading, index) => ({
      confidence: given || known ? 'sure' : (guess.confidence[index] ?? 'none'),
      examples: examplesOf(cells, index),
      problems: read.problems.get(heading)?.count ?? 0,
      problem: read.problems.get(heading)?.reason ?? null,
    })),
    sampled: rows.length,
    readable: read.readable,
    preview: read.preview,
    problem: read.problem,
    saved: known ? { mappingId: known.mappingId, name: known.name } : null,
  }
}

async function firstRows(table: CsvTable): Promise<readonly CsvRow[]> {
  const rows: CsvRow[] = []
  for await (const batch of table.batches()) {
    rows.push(...batch.rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== '')))
    if (rows.length >= SAMPLE_ROWS) break
  }
  return rows.slice(0, SAMPLE_ROWS)
}

/** Headings are the same in whatever order they stand. */
function signature(headings: readonly string[]): string {
  return headings.map(columnKey).sort().join('\n')
}

function inOrderOf(header: readonly string[], mapping: TableMapping): TableMapping {
  const byKey = new Map(mapping.columns.map((column) => [columnKey(column.heading), column]))
  return {
    ...mapping,
    columns: header.map((heading) => ({
      role: 'ignore' as const,
      unit: null,
      ...byKey.get(columnKey(heading)),
      heading,
    })),
  }
}

function examplesOf(rows: readonly (readonly string[])[], index: number): string[] {
  const examples = new Set<string>()
  for (const row of rows) {
    const text = (row[index] ?? '').trim()
    if (text !== '') examples.add(text.length > LONGEST_EXAMPLE ? `${text.slice(0, LONGEST_EXAMPLE)}…` : text)
    if (examples.size === 3) break
  }
  return [...examples]
}

interface SampleRead {
  readonly problems: Map<string, { count: number; reason: string }>
  readonly preview: TableProposal['preview']
  readonly readable: number
  readonly problem: string | null
}

function readSample(
  table: CsvTable,
  mapping: TableMapping,
  rows: readonly CsvRow[],
  fileName: string,
  referenceFolder: string,
): SampleRead {
  const problems: SampleRead['problems'] = new Map()
  let reader: TableReader
  try {
    reader = new TableReader(table.header, mapping, { fileName, referenceFolder, derivedId: derivedIds(fileName) })
  } catch (error) {
    if (error instanceof AppError) return { problems, preview: [], readable: 0, problem: error.message }
    throw error
  }
  const preview: TableProposal['preview'] = []
  let readable = 0
  for (const row of rows) {
    const read = reader.read(row)
    if (read.ok) readable += 1
    else {
      const { column, reason } = read.rejected
      const known = problems.get(column ?? '')
      problems.set(column ?? '', { count: (known?.count ?? 0) + 1, reason: known?.reason ?? reason })
    }
    if (preview.length < PREVIEW_ROWS)
      preview.push(
        read.ok
          ? { ...previewOf(read.value, mapping), row: row.rowNumber, problem: null }
          : {
              ...{ row: row.rowNumber, name: null, position: null, precision: null, values: [] },
              problem: `${read.rejected.column ? `${read.rejected.column}: ` : ''}${read.rejected.reason}`,
            },
      )
  }
  return { problems, preview, readable, problem: null }
}

/** The fields that stand beside name and position in a preview. */
const OWN_COLUMNS: ReadonlySet<ColumnRole> = new Set(['name', 'position', 'coordinatePrecision'])

function previewOf({ values }: ImportedRecord, mapping: TableMapping) {
  const { name, position, coordinatePrecision } = values
  return {
    name: typeof name === 'string' ? name : null,
    position: typeof position === 'object' ? position : null,
    precision: typeof coordinatePrecision === 'string' ? coordinatePrecision : null,
    values: mapping.columns.flatMap(({ role }) => {
      if (!isSiteFieldKey(role) || OWN_COLUMNS.has(role) || values[role] === undefined) return []
      const { unit } = siteField(role)
      return [{ label: roleLabel(role), text: `${shownValue(values[role])}${unit ? ` ${unit}` : ''}` }]
    }),
  }
}

/** Six digits are enough to look at; what goes in keeps all of them. */
function shownValue(value: unknown): string {
  return typeof value === 'number' ? String(Number(value.toPrecision(6))) : String(value)
}
