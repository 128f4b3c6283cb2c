import type { ExportColumn } from '../../../../shared/domain/export/export-columns.ts'
import { VERDICT_LABELS, VERDICTS, type Verdict } from '../../../../shared/domain/site/strategies.ts'
import { VERDICT_COLORS } from '../../../../shared/map/verdict-colors.ts'
import type { ExportContent, ExportedSite } from './export-content.ts'
import { kmlAnnotations } from './kml-annotations.ts'
import { xmlText } from './xml-text.ts'

/** Colour of a site whose verdict is hidden. */
const PLAIN_COLOR = '#5562f2'

/** Reads the name of the style, and so of the folder, that a site belongs to. */
type StyleName = Verdict | 'site'

/**
 * One KML document: a folder for each verdict in the colours of the map, or for each kind where verdicts are hidden,
 * every column as extended data, and the notes as the placemark's description. Nothing in it is fetched.
 */
export async function* kmlText(content: ExportContent): AsyncGenerator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n<kml xmlns="http://www.opengis.net/kml/2.2">\n<Document>\n'
  yield `<name>${xmlText(content.title)}</name>\n`
  for (const verdict of VERDICTS) yield style(verdict, VERDICT_COLORS.light[verdict])
  yield style('site', PLAIN_COLOR)
  yield schema(content.columns)
  const folders = new Map<string, string[]>()
  for await (const site of content.sites()) {
    const folder = folderOf(site)
    const placemarks = folders.get(folder) ?? []
    placemarks.push(placemark(site, content.columns))
    folders.set(folder, placemarks)
  }
  for (const [name, placemarks] of folders) {
    yield `<Folder>\n<name>${xmlText(name)}</name>\n`
    yield* placemarks
    yield '</Folder>\n'
  }
  yield* kmlAnnotations(content.annotations)
  yield '</Document>\n</kml>\n'
}

function folderOf({ verdict, row }: ExportedSite): string {
  return verdict === null ? String(row['kind'] ?? 'other').replaceAll('_', ' ') : VERDICT_LABELS[verdict]
}

function style(name: StyleName, color: string): string {
  // KML writes colours as alpha, blue, green, red.
  const [red, green, blue] = [color.slice(1, 3), color.slice(3, 5), color.slice(5, 7)]
  return `<Style id="${name}"><IconStyle><color>ff${blue}${green}${red}</color></IconStyle><LabelStyle><scale>0.8</scale></LabelStyle></Style>\n`
}

function schema(columns: readonly ExportColumn[]): string {
  const fields = columns.map(
    ({ name, label, type }) =>
      `<SimpleField name="${name}" type="${type === 'number' ? 'double' : 'string'}"><displayName>${xmlText(label)}</displayName></SimpleField>\n`,
  )
  return `<Schema name="sites" id="sites">\n${fields.join('')}</Schema>\n`
}

function placemark({ row, position, title, verdict, notes }: ExportedSite, columns: readonly ExportColumn[]): string {
  const description = notes.map((note) => String(note['text'])).join('\n\n')
  const data = columns.flatMap(({ name }) => {
    const value = row[name] ?? null
    return value === null ? [] : [`<SimpleData name="${name}">${xmlText(String(value))}</SimpleData>\n`]
  })
  return [
    `<Placemark>\n<name>${xmlText(title)}</name>\n`,
    description === '' ? '' : `<description>${xmlText(description)}</description>\n`,
    `<styleUrl>#${verdict ?? 'site'}</styleUrl>\n`,
    `<ExtendedData><SchemaData schemaUrl="#sites">\n${data.join('')}</SchemaData></ExtendedData>\n`,
    position === null ? '' : `<Point><coordinates>${position[0]},${position[1]}</coordinates></Point>\n`,
    '</Placemark>\n',
  ].join('')
}
