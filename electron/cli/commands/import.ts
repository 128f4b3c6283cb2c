import path from 'node:path'
import { AppError } from '../../../shared/contract/errors.ts'
import { LAYOUTS } from '../../core/import/layouts/layouts.ts'
import type { Command, CommandContext, CommandResult } from '../command.ts'
import { finishJob } from '../finish-job.ts'
import { type ImportSummary, importSummary, importText } from '../import-summary.ts'
import type { Session } from '../session.ts'
import { UsageError } from '../usage-error.ts'

interface FileFailure {
  readonly file: string
  readonly error: string
}

/**
 * Brings files into the catalog, which is made where there is none. Each file goes in whole or not at all; one that
 * does not go in does not keep the others out.
 */
export const importFiles: Command = {
  name: 'import',
  summary: 'bring files into the catalog',
  positional: { name: 'FILE…', help: 'CSV files; what they hold is recognised by their columns' },
  options: {
    as: { type: 'string', value: 'FORMAT', help: `read them as ${LAYOUTS.map(({ format }) => format).join(', ')}` },
    'dry-run': { type: 'boolean', help: 'say what would change and change nothing' },
  },
  async run(context) {
    const format = context.options['as'] as string | undefined
    if (format !== undefined && !LAYOUTS.some((layout) => layout.format === format))
      throw new UsageError(`"${format}" is not a format; choose ${LAYOUTS.map((layout) => layout.format).join(', ')}.`)
    const isDryRun = context.options['dry-run'] === true
    const session = await context.open({ mayCreate: true })
    const results: (ImportSummary | FileFailure)[] = []
    for (const file of context.files) {
      if (context.signal.aborted) throw context.signal.reason
      results.push(await importFile(session, context, file, format, isDryRun))
    }
    const hasImported = results.some((result) => !isFailure(result))
    if (session.isNew && (isDryRun || !hasImported)) await session.close({ removeNew: true })
    return answer(context.files.length, results)
  },
}

async function importFile(
  session: Session,
  context: CommandContext,
  file: string,
  format: string | undefined,
  dryRun: boolean,
): Promise<ImportSummary | FileFailure> {
  try {
    const { grant } = await session.grants.grantChosen(context.userPath(file))
    const result = await finishJob(session, context, () =>
      session.client['imports.start']({ grant, dryRun, ...(format === undefined ? {} : { format }) }),
    )
    if (result.type !== 'import') throw new AppError('internal', `Importing ${file} gave no report; try again.`)
    return importSummary(result)
  } catch (error) {
    if (error instanceof AppError && error.code !== 'cancelled')
      return { file: path.basename(file), error: error.message }
    throw error
  }
}

function answer(fileCount: number, results: readonly (ImportSummary | FileFailure)[]): CommandResult {
  const failures = results.filter(isFailure).map(({ error }) => error)
  const summaries = results.filter((result): result is ImportSummary => !isFailure(result))
  return {
    json: fileCount === 1 ? (summaries[0] ?? null) : { files: results },
    text: summaries.map(importText).join('\n\n'),
    failures,
  }
}

function isFailure(result: ImportSummary | FileFailure): result is FileFailure {
  return 'error' in result
}
