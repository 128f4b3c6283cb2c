import { AppError } from '../../../../../shared/contract/errors.ts'
import type { Workbook } from '../workbook.ts'
import type { ZipEntry, ZipSource } from '../zip-source.ts'
import { dateStyles } from './date-formats.ts'
import { readPart } from './read-part.ts'
import { sharedStrings } from './shared-strings.ts'
import { sheetRows } from './sheet-rows.ts'
import { attribute, startTags } from './xml-text.ts'

/** True for an archive that is a workbook of this or another make. */
export function isWorkbook(zip: ZipSource): boolean {
  return workbookPart(zip) !== undefined || zip.find('xl/workbook.bin') !== undefined || isOpenDocument(zip)
}

/**
 * Opens an Office Open XML workbook (ECMA-376) of whatever make.
 * @throws AppError bad_input for a damaged one, or one of another kind, with how to convert it.
 */
export async function openWorkbook(fileName: string, zip: ZipSource): Promise<Workbook> {
  const part = workbookPart(zip)
  if (!part) {
    const kind = isOpenDocument(zip) ? 'an OpenDocument spreadsheet' : 'a binary workbook (.xlsb)'
    throw new AppError('bad_input', `"${fileName}" is ${kind}; save it as "Excel Workbook (.xlsx)" and import that.`)
  }
  const xml = await readPart(fileName, zip, part)
  const targets = await relationships(fileName, zip, part.name)
  const entries = new Map<string, ZipEntry>()
  const sheets = []
  for (const tag of startTags(xml, 'sheet')) {
    const name = attribute(tag, 'name') ?? ''
    const target = targets.byId.get(attribute(tag, '(?:[A-Za-z_][\\w.-]*:)?id') ?? '')
    const entry = target === undefined ? undefined : zip.find(target)
    // Chart sheets stand in the same list and have no rows.
    if (!entry || entries.has(name) || targets.chartSheets.has(target ?? '')) continue
    entries.set(name, entry)
    sheets.push({ name, isHidden: /hidden/i.test(attribute(tag, 'state') ?? '') })
  }
  const text = async (target: string | undefined) => {
    const entry = target === undefined ? undefined : zip.find(target)
    return entry ? await readPart(fileName, zip, entry) : ''
  }
  const date1904 = [...startTags(xml, 'workbookPr')].some((tag) => /^(1|true)$/.test(attribute(tag, 'date1904') ?? ''))
  const context = {
    fileName,
    strings: sharedStrings(await text(targets.sharedStrings)),
    dateStyles: dateStyles(await text(targets.styles)),
    date1904,
  }
  return {
    sheets,
    date1904,
    *rows(sheet) {
      const entry = entries.get(sheet)
      if (entry) yield* sheetRows(zip.chunks(entry), context)
    },
  }
}

interface Relationships {
  readonly byId: ReadonlyMap<string, string>
  readonly chartSheets: ReadonlySet<string>
  readonly sharedStrings: string | undefined
  readonly styles: string | undefined
}

async function relationships(fileName: string, zip: ZipSource, part: string): Promise<Relationships> {
  const folder = part.slice(0, part.lastIndexOf('/') + 1)
  const entry = zip.find(`${folder}_rels/${part.slice(folder.length)}.rels`)
  const xml = entry ? await readPart(fileName, zip, entry) : ''
  const byId = new Map<string, string>()
  const chartSheets = new Set<string>()
  const found: { sharedStrings: string | undefined; styles: string | undefined } = {
    sharedStrings: undefined,
    styles: undefined,
  }
  for (const tag of startTags(xml, 'Relationship')) {
    const target = resolvePart(folder, attribute(tag, 'Target') ?? '')
    const type = attribute(tag, 'Type') ?? ''
    byId.set(attribute(tag, 'Id') ?? '', target)
    if (type.endsWith('/sharedStrings')) found.sharedStrings = target
    if (type.endsWith('/styles')) found.styles = target
    if (type.endsWith('/chartsheet')) chartSheets.add(target)
  }
  return { byId, chartSheets, ...found }
}

/** The name of a part in the archive from how a relationship writes it. */
function resolvePart(folder: string, target: string): string {
  const parts: string[] = []
  for (const each of (target.startsWith('/') ? target : `${folder}${target}`).split('/')) {
    if (each === '..') parts.pop()
    else if (each !== '' && each !== '.') parts.push(each)
  }
  return parts.join('/')
}

function workbookPart(zip: ZipSource): ZipEntry | undefined {
  return zip.find('xl/workbook.xml') ?? zip.entries.find((entry) => /(^|\/)workbook\d*\.xml$/.test(entry.name))
}

function isOpenDocument(zip: ZipSource): boolean {
  return zip.find('content.xml') !== undefined && zip.find('mimetype') !== undefined
}
