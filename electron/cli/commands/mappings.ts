import { readFile } from 'node:fs/promises'
import * as z from 'zod'
import { AppError } from '../../../shared/contract/errors.ts'
import { type TableMapping, tableMapping } from '../../../shared/contract/mappings.ts'
import { fileProblem } from '../../core/import/file-problem.ts'
import type { Command, CommandContext, CommandResult } from '../command.ts'
import { findMapping } from '../mappings/find-mapping.ts'
import { mappingText } from '../mappings/mapping-text.ts'
import { textTable } from '../text-table.ts'
import { chosenVerb, type Verb, verbNotes } from '../verbs.ts'

const VERBS: Readonly<Record<string, Verb>> = {
  list: { names: [], help: 'the mappings of the catalog', run: list },
  show: { names: ['NAME'], help: 'what the columns of a table become', run: show },
  save: { names: ['NAME', 'FILE'], help: 'keep what "import --inspect --json" printed, corrected or not', run: save },
  remove: { names: ['NAME'], help: 'delete a mapping; "switchyard undo" brings it back', run: remove },
}

/** Keeps what the columns of tables become, for "import --mapping". */
export const mappings: Command = {
  name: 'mappings',
  summary: 'keep what the columns of tables become',
  positional: { name: 'VERB…', help: `${Object.keys(VERBS).join(', ')}, with what the verb speaks of` },
  options: {},
  notes: verbNotes(VERBS),
  async run(context) {
    const { names, verb } = chosenVerb('mappings', VERBS, context.files)
    return await verb.run(context, names)
  },
}

async function list(context: CommandContext): Promise<CommandResult> {
  const found = await (await context.open()).client['mappings.list']({})
  const rows = found.map(({ mappingId, name, mapping, author, savedAt }) => ({
    mapping_id: mappingId,
    name,
    columns: mapping.columns.length,
    mapped: mapping.columns.filter(({ role }) => role !== 'ignore').length,
    author,
    saved_at: new Date(savedAt).toISOString(),
  }))
  return {
    json: { mappings: rows },
    text: textTable(
      [
        { heading: 'Mapping', maxWidth: 48 },
        { heading: 'Columns', align: 'right' },
        { heading: 'Mapped', align: 'right' },
        { heading: 'Author', maxWidth: 24 },
        { heading: 'Saved' },
      ],
      rows.map((row) => [row.name, String(row.columns), String(row.mapped), row.author, row.saved_at.slice(0, 10)]),
    ),
  }
}

async function show(context: CommandContext, [name = '']: readonly string[]): Promise<CommandResult> {
  const { mappingId, name: saved, mapping } = await findMapping((await context.open()).client, name)
  return { json: { mapping_id: mappingId, name: saved, mapping }, text: mappingText(mapping, undefined) }
}

async function save(context: CommandContext, [name = '', file = '']: readonly string[]): Promise<CommandResult> {
  const text = await readFile(context.userPath(file), 'utf8').catch((error: unknown) => {
    throw fileProblem(file, error)
  })
  const mapping = mappingOf(file, text)
  const { mappingId, label } = await (await context.open()).client['mappings.save']({ name, mapping })
  return { json: { mapping_id: mappingId, name }, text: `Done: ${label}.` }
}

function mappingOf(file: string, text: string): TableMapping {
  let content: unknown
  try {
    content = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw new AppError('bad_input', `The mapping in "${file}" was not saved: it is not JSON.`)
  }
  const parsed = z.union([tableMapping, z.looseObject({ mapping: tableMapping })]).safeParse(content)
  if (!parsed.success)
    throw new AppError(
      'bad_input',
      `The mapping in "${file}" was not saved: it is not what "import --inspect --json" prints.`,
    )
  return 'mapping' in parsed.data ? parsed.data.mapping : parsed.data
}

async function remove(context: CommandContext, [name = '']: readonly string[]): Promise<CommandResult> {
  const { client } = await context.open()
  const { mappingId } = await findMapping(client, name)
  const { label } = await client['mappings.remove']({ mappingId })
  return { json: { mapping_id: mappingId, deleted: true }, text: `Done: ${label}; "switchyard undo" brings it back.` }
}
