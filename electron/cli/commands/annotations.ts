import type { Annotation } from '../../../shared/contract/annotations.ts'
import { categoryLabel } from '../../../shared/domain/annotations/annotation-category.ts'
import type { Command, CommandContext, CommandResult } from '../command.ts'
import { saveDocument } from '../save-document.ts'
import { textTable } from '../text-table.ts'
import { twoColumns } from '../two-columns.ts'
import { UsageError } from '../usage-error.ts'

const FORMATS = ['geojson', 'kml', 'kmz'] as const
const PROFILES = ['internal', 'nda'] as const

const VERBS: Readonly<Record<string, { help: string; run(context: CommandContext): Promise<CommandResult> }>> = {
  list: { help: 'what is drawn on the map', run: list },
  export: { help: 'write it as a file of the map programs, with --format and --out', run: exportFile },
}

/** What is drawn on the map; "import --as annotations" takes files in. */
export const annotations: Command = {
  name: 'annotations',
  summary: 'list what is drawn on the map, or write it as a file',
  positional: { name: 'VERB', help: Object.keys(VERBS).join(', ') },
  options: {
    site: { type: 'string', value: 'ID', help: 'only what belongs to a site' },
    format: { type: 'string', value: FORMATS.join('|'), help: 'of the file; without it, geojson' },
    profile: { type: 'string', value: PROFILES.join('|'), help: 'who the file is for; without it, internal' },
    out: { type: 'string', value: 'FILE', help: 'the file to write; one that is there is replaced' },
  },
  notes: ['Verbs:', ...twoColumns(Object.entries(VERBS).map(([verb, { help }]) => [verb, help]))],
  async run(context) {
    const [name = '', ...others] = context.files
    const verb = Object.hasOwn(VERBS, name) ? VERBS[name] : undefined
    if (!verb)
      throw new UsageError(
        `"${name.slice(0, 60)}" is no verb of annotations; there are ${Object.keys(VERBS).join(' and ')}.`,
      )
    if (others.length > 0) throw new UsageError(`Write "switchyard annotations ${name}".`)
    return await verb.run(context)
  },
}

async function list(context: CommandContext): Promise<CommandResult> {
  const { client } = await context.open()
  const found = await client['annotations.list'](siteOption(context))
  const layers = new Map(found.groups.map(({ groupId, name }) => [groupId, name]))
  const counts = new Map(
    (await client['comments.counts']({})).annotations.map(({ annotationId, open }) => [annotationId, open]),
  )
  const rows = found.annotations.map((each) => ({
    annotation_id: each.annotationId,
    label: each.label,
    shape: each.figure.shape,
    category: each.category,
    site_id: each.siteId,
    drawing_layer: layers.get(each.groupId ?? '') ?? null,
    text: each.text,
    geometry: each.figure.geometry,
    radius_m: each.figure.radiusMetres,
    open_comments: counts.get(each.annotationId) ?? 0,
    marks: each.marks,
    author: each.author,
    changed_by: each.changedBy,
    changed_at: new Date(each.changedAt).toISOString(),
  }))
  return {
    json: { annotations: rows, left_out: found.leftOut },
    text: textTable(
      [
        { heading: 'Label', maxWidth: 40 },
        { heading: 'Shape' },
        { heading: 'Category', maxWidth: 24 },
        { heading: 'Layer', maxWidth: 24 },
        { heading: 'Site', maxWidth: 24 },
        { heading: 'Author', maxWidth: 20 },
        { heading: 'Changed' },
      ],
      rows.map((row, index) => [
        row.label,
        row.shape,
        labelOf(found.annotations[index]),
        row.drawing_layer ?? '',
        row.site_id ?? '',
        row.author,
        row.changed_at.slice(0, 10),
      ]),
    ),
  }
}

async function exportFile(context: CommandContext): Promise<CommandResult> {
  if (context.options['out'] === undefined) throw new UsageError('Name the file to write with --out.')
  const format = choiceOf(FORMATS, 'format', context.options['format'] ?? 'geojson')
  const profile = choiceOf(PROFILES, 'profile', context.options['profile'] ?? 'internal')
  const session = await context.open()
  const saved = await saveDocument(session, context, () =>
    session.client['annotations.export']({ format, profile, ...siteOption(context) }),
  )
  return { json: { format, profile, ...saved }, text: `Wrote annotations to ${saved.file}.` }
}

function siteOption(context: CommandContext): { siteId?: string } {
  const site = context.options['site']
  return typeof site === 'string' ? { siteId: site } : {}
}

function labelOf(annotation: Annotation | undefined): string {
  return annotation ? categoryLabel(annotation.category) : ''
}

function choiceOf<T extends string>(choices: readonly T[], option: string, value: unknown): T {
  const choice = choices.find((each) => each === value)
  if (choice === undefined)
    throw new UsageError(`--${option} is ${choices.slice(0, -1).join(', ')} or ${choices.at(-1)} and not "${value}".`)
  return choice
}
