import { stat } from 'node:fs/promises'
import { AppError } from '../../../shared/contract/errors.ts'
import type { ImportReport } from '../../../shared/contract/jobs.ts'
import { ANNOTATIONS_FORMAT } from '../../../shared/contract/map-readings.ts'
import type { TableMapping, TableProposal } from '../../../shared/contract/mappings.ts'
import { fileProblem } from '../../core/import/file-problem.ts'
import { IMPORTERS } from '../../core/import/importers.ts'
import type { Command, CommandContext, CommandResult } from '../command.ts'
import { finishJob } from '../finish-job.ts'
import { importSummary, importText } from '../import-summary.ts'
import { findMapping } from '../mappings/find-mapping.ts'
import { mappingText } from '../mappings/mapping-text.ts'
import type { Session } from '../session.ts'
import { UsageError } from '../usage-error.ts'

const FORMATS = [...IMPORTERS.map(({ id }) => id), ANNOTATIONS_FORMAT]

type Outcome =
  | { readonly file: string; readonly report: ImportReport }
  | { readonly file: string; readonly error: string }

/**
 * Brings files into the catalog, which is made where there is none. Each file goes in whole or not at all; one that
 * does not go in does not keep the others out.
 */
export const importFiles: Command = {
  name: 'import',
  summary: 'bring files into the catalog',
  positional: { name: 'FILE…', help: 'files; what they hold is recognised by their content' },
  options: {
    as: { type: 'string', value: 'FORMAT', help: `read them as ${FORMATS.join(', ')}` },
    coordinates: {
      type: 'string',
      value: 'EPSG',
      help: 'the coordinate system of a map, whatever the file says, as EPSG:2277',
    },
    mapping: { type: 'string', value: 'NAME', help: 'read tables of sites as a mapping of the catalog says' },
    inspect: { type: 'boolean', help: 'say what the columns of a table would become, and change nothing' },
    'dry-run': { type: 'boolean', help: 'say what would change and change nothing' },
  },
  async run(context) {
    const format = context.options['as'] as string | undefined
    if (format !== undefined && !FORMATS.includes(format))
      throw new UsageError(`"${format}" is not a format; choose ${FORMATS.join(', ')}.`)
    const isDryRun = context.options['dry-run'] === true
    const coordinateSystem = context.options['coordinates'] as string | undefined
    const mappingName = context.options['mapping'] as string | undefined
    if (format !== undefined && mappingName !== undefined)
      throw new UsageError('--as and --mapping exclude each other; a mapping reads a table as a list of sites.')
    const session = await context.open({ mayCreate: mappingName === undefined })
    const mapping = mappingName === undefined ? undefined : (await findMapping(session.client, mappingName)).mapping
    if (context.options['inspect'] === true) {
      const result = await inspectFiles(session, context, mapping)
      await session.close({ removeNew: true })
      return result
    }
    const outcomes: Outcome[] = []
    for (const file of context.files) {
      context.signal.throwIfAborted()
      outcomes.push(await importFile(session, context, file, { format, coordinateSystem, mapping, dryRun: isDryRun }))
    }
    const hasImported = outcomes.some((outcome) => 'report' in outcome)
    if (isDryRun || !hasImported) await session.close({ removeNew: true })
    return answer(outcomes)
  },
}

interface ImportOptions {
  readonly format: string | undefined
  readonly coordinateSystem: string | undefined
  readonly mapping: TableMapping | undefined
  readonly dryRun: boolean
}

async function importFile(
  session: Session,
  context: CommandContext,
  file: string,
  { format, coordinateSystem, mapping, dryRun }: ImportOptions,
): Promise<Outcome> {
  try {
    const path = context.userPath(file)
    await requireFile(path, file)
    const { grant } = await session.grants.grantChosen(path)
    const result = await finishJob(session, context, () =>
      session.client['imports.start']({
        grant,
        dryRun,
        ...(format === undefined ? {} : { format }),
        ...(coordinateSystem === undefined ? {} : { coordinateSystem }),
        ...(mapping ? { mapping } : {}),
      }),
    )
    if (result.type !== 'import') throw new AppError('internal', `Importing ${file} gave no report; try again.`)
    return { file, report: result }
  } catch (error) {
    if (error instanceof AppError && error.code !== 'cancelled') return { file, error: error.message }
    throw error
  }
}

/** What the columns of each file would become. */
async function inspectFiles(
  session: Session,
  context: CommandContext,
  mapping: TableMapping | undefined,
): Promise<CommandResult> {
  const found: { file: string; proposal: TableProposal }[] = []
  const failures: string[] = []
  for (const file of context.files) {
    try {
      const path = context.userPath(file)
      await requireFile(path, file)
      const { grant } = await session.grants.grantChosen(path)
      const proposal = await session.client['imports.inspect']({ grant, ...(mapping ? { mapping } : {}) })
      if (proposal) found.push({ file, proposal })
      else failures.push(`"${file}" holds no table; save it as CSV or workbook with a row of headings.`)
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      failures.push(error.message)
    }
  }
  const [only] = found
  return {
    json:
      context.files.length === 1
        ? (only?.proposal ?? null)
        : { files: found.map((each) => ({ file: each.file, ...each.proposal })) },
    text: found.map(({ file, proposal }) => inspectionText(file, proposal)).join('\n\n'),
    failures,
  }
}

function inspectionText(
  file: string,
  { sheet, headerRow, mapping, columns, sampled, readable, problem, saved }: TableProposal,
): string {
  return [
    `${file}: headings in row ${headerRow}${sheet === null ? '' : ` of sheet "${sheet}"`}${saved ? `, known as mapping ${saved.name}` : ''}.`,
    '',
    mappingText(mapping, columns),
    problem ?? `${readable} of the first ${sampled} rows can be read.`,
  ].join('\n')
}

async function requireFile(path: string, asTyped: string): Promise<void> {
  const found = await stat(path).catch((error: unknown) => {
    throw fileProblem(asTyped, error)
  })
  if (found.isDirectory()) throw fileProblem(asTyped, { code: 'EISDIR' })
}

function answer(outcomes: readonly Outcome[]): CommandResult {
  const [only] = outcomes
  const jsonOf = (outcome: Outcome) => ('report' in outcome ? importSummary(outcome.report) : null)
  return {
    json:
      outcomes.length === 1 && only
        ? jsonOf(only)
        : {
            files: outcomes.map((each) => ({
              file: each.file,
              ...('report' in each ? jsonOf(each) : { error: each.error }),
            })),
          },
    text: outcomes.flatMap((each) => ('report' in each ? [importText(each.report)] : [])).join('\n\n'),
    failures: outcomes.flatMap((each) => ('error' in each ? [each.error] : [])),
  }
}
