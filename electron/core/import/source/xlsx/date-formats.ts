import { attribute, startTags } from './xml-text.ts'

/** For each cell style of a workbook, whether it shows a number as a date. */
export function dateStyles(xml: string): boolean[] {
  const custom = new Map<number, boolean>()
  for (const tag of startTags(xml, 'numFmt'))
    custom.set(Number(attribute(tag, 'numFmtId')), isDateFormat(attribute(tag, 'formatCode') ?? ''))
  return [...startTags(cellFormats(xml), 'xf')].map((tag) => {
    const id = Number(attribute(tag, 'numFmtId') ?? 0)
    return custom.get(id) ?? isBuiltInDate(id)
  })
}

function cellFormats(xml: string): string {
  const open = /<((?:[A-Za-z_][\w.-]*:)?)cellXfs[\s>]/.exec(xml)
  if (!open) return ''
  const end = xml.indexOf(`</${open[1]}cellXfs>`, open.index)
  return end < 0 ? '' : xml.slice(open.index, end)
}

/** The date formats that every workbook has without naming them (ECMA-376 part 1, 18.8.30), times of day left out. */
function isBuiltInDate(id: number): boolean {
  return (id >= 14 && id <= 17) || id === 22 || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58)
}

/** True for a number format that shows a day, month or year; one of hours alone shows a duration or time. */
export function isDateFormat(code: string): boolean {
  const [positive = ''] = code.split(';')
  const letters = positive
    .replace(/"[^"]*"/g, '')
    .replace(/\\.|_.|\*./g, '')
    .replace(/\[[^\]]*\]/g, '')
    .toLowerCase()
  return !letters.includes('general') && /[yd]|mmm/.test(letters)
}
