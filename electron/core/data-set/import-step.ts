import type { Db } from '../db/database.ts'
import { nextRevision } from '../db/meta.ts'
import { swapRecords } from './site-undo.ts'

interface ImportStep {
  readonly dataSet: number
  readonly edition: number
  /** The row of the data set in the state that the step leads to, as JSON; null where it is not there. */
  readonly otherState: string | null
}

/** A row of `data_set` by column. */
export type DataSetRow = Readonly<Record<string, string | number | null>>

export function dataSetRow(db: Db, name: string): DataSetRow | undefined {
  return db.prepare('SELECT * FROM data_set WHERE name = ?').get(name) as DataSetRow | undefined
}

/** Whether a change set is an import, which is undone by putting its data set's former edition back. */
export function isImportStep(db: Db, changeSet: string): boolean {
  return db.prepare('SELECT 1 FROM import_step WHERE change_set = ?').get(changeSet) !== undefined
}

/** Notes on the undo stack's change set what an import replaced. */
export function recordImportStep(
  db: Db,
  step: { changeSet: string; dataSet: number; edition: number; former: DataSetRow | undefined },
): void {
  db.prepare('INSERT INTO import_step (change_set, data_set, edition, other_state) VALUES (?, ?, ?, ?)').run(
    step.changeSet,
    step.dataSet,
    step.edition,
    step.former ? JSON.stringify(step.former) : null,
  )
}

/**
 * Takes an import back, or in again: the data set becomes what it was on the other side of the step, and what it is
 * now is kept for the way back.
 * @returns the new revision.
 */
export function swapImport(db: Db, changeSet: string, stack: 'undo' | 'redo'): number {
  const step = db
    .prepare('SELECT data_set AS dataSet, edition, other_state AS otherState FROM import_step WHERE change_set = ?')
    .get(changeSet) as ImportStep
  const current = db.prepare('SELECT * FROM data_set WHERE key = ?').get(step.dataSet) as DataSetRow | undefined
  const other = step.otherState === null ? undefined : (JSON.parse(step.otherState) as DataSetRow)
  const revision = nextRevision(db)
  // A step brings its edition in or, where it is a removal, takes it out; the edition may also be neither side's own.
  const isOut = current?.['edition'] === step.edition || (other?.['edition'] !== step.edition && stack === 'undo')
  db.prepare('UPDATE import_edition SET is_undone = ? WHERE key = ?').run(isOut ? 1 : 0, step.edition)
  db.prepare('UPDATE import_step SET other_state = ? WHERE change_set = ?').run(
    current ? JSON.stringify(current) : null,
    changeSet,
  )
  if (other) putDataSet(db, other)
  swapRecords(db, changeSet, step.dataSet, other === undefined, revision)
  if (!other) db.prepare('DELETE FROM data_set WHERE key = ?').run(step.dataSet)
  return revision
}

/** Forgets the imports that no stack leads to any more, and the rows of editions that were taken back for good. */
export function dropLostSteps(db: Db): void {
  const { changes } = db
    .prepare('DELETE FROM import_step WHERE change_set NOT IN (SELECT change_set FROM undo_step)')
    .run()
  if (changes > 0)
    db.exec('DELETE FROM import_edition WHERE is_undone = 1 AND key NOT IN (SELECT edition FROM import_step)')
}

function putDataSet(db: Db, row: DataSetRow): void {
  const columns = Object.keys(row)
  db.prepare(
    `INSERT INTO data_set (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})
     ON CONFLICT (key) DO UPDATE SET ${columns.map((column) => `${column} = excluded.${column}`).join(', ')}`,
  ).run(...columns.map((column) => row[column] ?? null))
}
