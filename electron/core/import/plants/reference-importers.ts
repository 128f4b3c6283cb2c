import type { Importer, Recognised, StageContext, Staged } from '../importer.ts'
import { partialDate } from '../partial-date.ts'
import { textOf } from '../prices/cell-values.ts'
import type { SourceFile } from '../source/source-file.ts'
import { referenceReader } from './reference-row.ts'
import { isDataRow, type ReferenceSheet, referenceSheets } from './reference-sheets.ts'
import { ReferenceStaging } from './reference-staging.ts'
import { SCHEDULES, type Schedule } from './schedules.ts'

/** Tables of the Energy Information Administration, one importer for each. A workbook is what its first table is. */
export const referenceImporters: readonly Importer[] = SCHEDULES.map((schedule) => ({
  id: `plants.${schedule.id}`,
  async recognise(source) {
    const sheets = await referenceSheets(source)
    return sheets[0]?.schedule === schedule ? recognised(source, schedule, sheets, sheets[0]) : null
  },
}))

function recognised(
  source: SourceFile,
  schedule: Schedule,
  sheets: readonly ReferenceSheet[],
  first: ReferenceSheet,
): Recognised {
  const asOf = editionOf(first)
  return {
    format: `plants.${schedule.id}`,
    kind: 'plants',
    title: asOf === null ? schedule.title : `${schedule.title}, ${asOf}`,
    dataSetName: schedule.title,
    attribution: 'U.S. Energy Information Administration',
    asOf,
    notes: schedule.isVerified
      ? []
      : [`The layout of ${schedule.title} is read by its documentation; compare a few rows with the source.`],
    stage: (context) => stage(source, sheets, context),
  }
}

async function stage(source: SourceFile, sheets: readonly ReferenceSheet[], context: StageContext): Promise<Staged> {
  const staging = new ReferenceStaging(context.db)
  for (const [index, sheet] of sheets.entries()) {
    const { table, schedule, column, header, headerRow } = sheet
    const read = referenceReader(column, table.name)
    const names = header.map(textOf)
    staging.beginSheet(table.name, names, header, sheet.before)
    for await (const batch of table.batches()) {
      for (const { row, cells } of batch.rows) {
        if (row <= headerRow || !isDataRow(schedule, column, cells)) continue
        staging.add(schedule.id, row, read(cells), cells)
      }
      context.progress(source.content === 'workbook' ? index : batch.done, table.total)
      const turn = context.turn()
      if (turn) await turn
    }
  }
  return staging.finish()
}

const MONTH_YEAR =
  /\b(January|February|March|April|May|June|July|August|September|October|November|December),? (\d{4})\b/i

/** The year of an annual table, the month of a monthly one; null where the sheet does not say. */
function editionOf({ before, column, firstRow }: ReferenceSheet): string | null {
  const title = before.flat().map(textOf).join(' ')
  const month = MONTH_YEAR.exec(title)
  if (month) return partialDate(`${month[1]} ${month[2]}`)
  const year = /\b(?:19|20)\d{2}\b/.exec(title)?.[0] ?? textOf(firstRow[column('Data Year') ?? -1])
  return /^\d{4}$/.test(year) ? year : null
}
