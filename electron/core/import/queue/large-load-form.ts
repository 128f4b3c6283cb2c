import type { QueueProject } from '../../../../shared/domain/queue/queue-project.ts'
import { readCounties } from '../../queue/read-counties.ts'
import { decimalNumber } from '../decimal-number.ts'
import type { Importer, Recognised } from '../importer.ts'
import type { SourceFile } from '../source/source-file.ts'
import type { Cell, SheetRow, Workbook } from '../source/workbook.ts'
import { queueDate } from './queue-date.ts'
import { project } from './queue-layout.ts'
import { cellText } from './queue-row.ts'
import { stageQueue } from './queue-staging.ts'
import type { QueueRecord } from './read-queue.ts'

const MOST_ROWS = 300
/** What the form says where nothing was answered. */
const NO_ANSWER = /^(choose one|n\/a|tbd|.* will appear automatically|describe .*)$/i
/** The number of the example that the form is published with. */
const EXAMPLE = 'LLI-9999'

/** The answers of a form, by label in lower case. */
interface Form {
  readonly sheet: string
  readonly answers: ReadonlyMap<string, { readonly label: string; readonly cell: Cell; readonly row: number }>
  /** When how much of the load is to run, in the form's words. */
  readonly ramp: readonly (readonly [date: string, mw: string])[]
}

/**
 * ERCOT's Large Load Information Form, which a developer fills in: labels in the first column, answers in the second,
 * found by their words since the rows move between versions.
 */
export const largeLoadForm: Importer = {
  id: 'queue.ercot-large-load',
  async recognise(source) {
    if (source.content !== 'workbook') return null
    const form = readForm(await source.workbook())
    return form ? recognised(source, form) : null
  },
}

function recognised(source: SourceFile, form: Form): Recognised {
  const name = textOf(form, 'project name')
  return {
    format: largeLoadForm.id,
    kind: 'queue',
    title: `ERCOT large load form${name === null ? '' : `, ${name}`}`,
    dataSetName: `ERCOT large load ${projectNumber(form) ?? name ?? source.name}`.slice(0, 200),
    attribution: 'Includes an ERCOT Large Load Information Form as filled in by its applicant.',
    asOf: dateOf(form, 'the information on this form is current as of date'),
    async stage(context) {
      const problem = problemOf(form)
      const record = problem === null ? [recordOf(form, context.referenceFolder)] : []
      const rejected = problem === null ? [] : [{ row: form.answers.get('project name')?.row ?? 1, ...problem }]
      return stageQueue(context, { records: record, rejected, countySuggestions: new Map() })
    },
  }
}

function readForm(workbook: Workbook): Form | null {
  for (const { name, isHidden } of workbook.sheets) {
    if (isHidden) continue
    const answers = new Map<string, { label: string; cell: Cell; row: number }>()
    for (const { row, cells } of firstRows(workbook, name)) {
      const label = cellText(cells[0])
      if (label !== '' && !answers.has(label.toLowerCase()))
        answers.set(label.toLowerCase(), { label, cell: cells[1] ?? null, row })
    }
    const labels = [...answers.keys()]
    const isForm = ['project number', 'peak demand (mw)', 'type of load'].every((start) =>
      labels.some((label) => label.startsWith(start)),
    )
    if (isForm) return { sheet: name, answers, ramp: readRamp(workbook) }
  }
  return null
}

/** The commissioning plan stands on a sheet of its own: dates and the load that runs from then on. */
function readRamp(workbook: Workbook): (readonly [string, string])[] {
  for (const { name, isHidden } of workbook.sheets) {
    if (isHidden) continue
    const rows = firstRows(workbook, name)
    const header = rows.find(({ cells }) => cells.some((cell) => /^cumulative peak load/i.test(cellText(cell))))
    if (!header) continue
    const mwColumn = header.cells.findIndex((cell) => /^cumulative peak load/i.test(cellText(cell)))
    const dateColumn = header.cells.findIndex((cell) => /^date$/i.test(cellText(cell)))
    return rows.flatMap(({ row, cells }) => {
      const date = row > header.row && dateColumn >= 0 ? queueDate(cells[dateColumn], workbook.date1904) : null
      const mw = cellText(cells[mwColumn])
      return date && mw !== '' ? [[date.date, mw] as const] : []
    })
  }
  return []
}

function firstRows(workbook: Workbook, sheet: string): SheetRow[] {
  const rows: SheetRow[] = []
  for (const row of workbook.rows(sheet)) {
    if (row.row > MOST_ROWS) break
    rows.push(row)
  }
  return rows
}

function problemOf(form: Form): { column: string; reason: string } | null {
  if (projectNumber(form) === EXAMPLE)
    return { column: 'Project number', reason: `${EXAMPLE} is the example that the form is published with` }
  if (textOf(form, 'project name') === null) return { column: 'Project name', reason: 'is not filled in' }
  if (numberOf(form, 'peak demand (mw)') === null) return { column: 'Peak demand (MW)', reason: 'is no number' }
  return null
}

function recordOf(form: Form, referenceFolder: string): QueueRecord {
  const name = textOf(form, 'project name') ?? ''
  const load: QueueProject = project({
    iso: 'ERCOT',
    queueId: (projectNumber(form) ?? name).slice(0, 120),
    direction: 'load',
    projectName: name,
    developer: textOf(form, 'load customer'),
    utility: textOf(form, 'certificated tdsp for'),
    poi: textOf(form, 'service delivery point substation'),
    county: textOf(form, 'county'),
    state: 'TX',
    capacityMw: numberOf(form, 'peak demand (mw)'),
    resource: textOf(form, 'type of load'),
    stage: /^yes/i.test(textOf(form, 'signed ia') ?? '') ? 'ia_executed' : 'application',
    proposedCod: dateOf(form, 'desired initial energization'),
    statusDate: dateOf(form, 'the information on this form is current as of date'),
  })
  // People's names and numbers are no part of a request.
  const others = [...form.answers.values()].filter(({ label }) => !/contact/i.test(label))
  const extra = others.flatMap(({ label, cell }): [string, string][] => {
    const text = cellText(cell)
    return text === '' || NO_ANSWER.test(text) ? [] : [[label, text]]
  })
  const ramp = form.ramp.map(([date, mw]): [string, string] => [`Cumulative peak load from ${date} (MW)`, mw])
  return {
    project: load,
    sheet: form.sheet,
    row: form.answers.get('project name')?.row ?? 1,
    extra: Object.fromEntries([...extra, ...ramp]),
    precision: {},
    fips: readCounties(referenceFolder).match(load.county, load.state).fips,
  }
}

function projectNumber(form: Form): string | null {
  return /LLI-\d+/i.exec(textOf(form, 'project number') ?? '')?.[0].toUpperCase() ?? null
}

/** The answer to the first question that begins so. */
function answerOf(form: Form, start: string): Cell {
  for (const [label, { cell }] of form.answers) if (label.startsWith(start)) return cell
  return null
}

function textOf(form: Form, start: string): string | null {
  const text = cellText(answerOf(form, start))
  return text === '' || NO_ANSWER.test(text) ? null : text
}

function numberOf(form: Form, start: string): number | null {
  const cell = answerOf(form, start)
  return typeof cell === 'number' ? cell : decimalNumber(cellText(cell), false)
}

function dateOf(form: Form, start: string): string | null {
  return queueDate(answerOf(form, start), false)?.date ?? null
}
