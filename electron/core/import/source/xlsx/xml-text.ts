const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }
const MOST_CODE_POINT = 0x10ffff
/** Characters that no cell means, line ends and tabs aside. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is looked for
const CONTROLS = /[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]/g

/** Text between tags with its character references replaced; entities that a document would define are left as they stand. */
export function unescapeXml(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(
    /&(?:#x([0-9a-fA-F]{1,6})|#([0-9]{1,7})|(amp|lt|gt|quot|apos));/g,
    (whole, hex, decimal, name) => {
      if (name !== undefined) return NAMED[name as string] ?? whole
      const code = hex === undefined ? Number(decimal) : Number.parseInt(hex as string, 16)
      return code <= MOST_CODE_POINT ? String.fromCodePoint(code) : ''
    },
  )
}

/** A cell's text: character references and the `_x000D_` escapes of workbooks replaced, control characters dropped. */
export function cellText(xml: string): string {
  let text = unescapeXml(xml)
  if (text.includes('_x'))
    text = text.replace(/_x([0-9a-fA-F]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return text.replace(CONTROLS, '').replaceAll('\r\n', '\n').replaceAll('\r', '\n')
}

/** An attribute of a start tag, letter case as written; undefined where the tag has none. */
export function attribute(tag: string, name: string): string | undefined {
  const found = new RegExp(`\\s${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(tag)
  return found ? unescapeXml(found[1] ?? found[2] ?? '') : undefined
}

/** The start tags of one element, whatever prefix its namespace has. A tag that is not closed ends at the next one. */
export function* startTags(xml: string, element: string): Generator<string, void, undefined> {
  for (const found of xml.matchAll(new RegExp(`<(?:[A-Za-z_][\\w.-]*:)?${element}(?=[\\s/>])[^<>]*>`, 'g')))
    yield found[0]
}
