import { AppError } from '../../../../shared/contract/errors.ts'

/** An element of an XML file, its name without the prefix of a namespace. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** All text directly in it. */
  readonly text: string
}

interface Building {
  name: string
  tag: string
  attributes: Record<string, string>
  children: Building[]
  text: string
}

const MOST_LENGTH = 64 * 1024 ** 2
const MOST_DEPTH = 200
/** A name begins where none goes on, so that a long one is looked at once and not from each of its letters. */
const ATTRIBUTE = /(?<![^\s"'])([^\s="']+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0' }

/**
 * Reads a text as XML without entities of its own, so that none can be made to grow or to fetch a file.
 * @throws AppError bad_input for a document type, more than 64 MB, or what is not XML.
 */
export function xmlTree(fileName: string, text: string): XmlElement {
  if (text.length > MOST_LENGTH)
    throw new AppError(
      'bad_input',
      `"${fileName}" is XML of more than 64 MB, the most that Switchyard reads; split it and import the parts.`,
    )
  const root: Building = { name: '', tag: '', attributes: {}, children: [], text: '' }
  const open: Building[] = [root]
  let at = 0
  const broken = () =>
    new AppError(
      'bad_input',
      `"${fileName}" is not correct XML near character ${at}; save it again in the program that made it.`,
    )
  const endOf = (sign: string, from: number) => {
    const end = text.indexOf(sign, from)
    if (end < 0) throw broken()
    return end
  }
  for (;;) {
    const current = open[open.length - 1] as Building
    const next = text.indexOf('<', at)
    const between = text.slice(at, next < 0 ? text.length : next)
    if (open.length > 1) current.text += unescaped(between)
    if (next < 0) break
    at = next
    if (text.startsWith('<!--', at)) at = endOf('-->', at + 4) + 3
    else if (text.startsWith('<![CDATA[', at)) {
      const end = endOf(']]>', at)
      current.text += text.slice(at + 9, end)
      at = end + 3
    } else if (text.startsWith('<?', at)) at = endOf('?>', at) + 2
    else if (text.startsWith('<!', at))
      throw new AppError(
        'bad_input',
        `"${fileName}" defines XML entities or a document type, which can hide harm; save it without them and import that.`,
      )
    else if (text.startsWith('</', at)) {
      const end = endOf('>', at)
      if (open.length < 2 || text.slice(at + 2, end).trim() !== current.tag) throw broken()
      open.pop()
      at = end + 1
    } else {
      const end = tagEnd(text, at)
      if (end < 0) throw broken()
      const isEmpty = text[end - 1] === '/'
      const element = startTag(text.slice(at + 1, isEmpty ? end - 1 : end))
      if (!element) throw broken()
      current.children.push(element)
      if (!isEmpty) open.push(element)
      if (open.length > MOST_DEPTH) throw broken()
      at = end + 1
    }
  }
  const [top] = root.children
  if (open.length !== 1 || !top) throw broken()
  return top
}

/** The closing bracket of a tag, quoted ones aside. */
function tagEnd(text: string, from: number): number {
  let quote = ''
  for (let at = from + 1; at < text.length; at += 1) {
    const sign = text[at] as string
    if (quote !== '') {
      if (sign === quote) quote = ''
    } else if (sign === '"' || sign === "'") quote = sign
    else if (sign === '>') return at
    else if (sign === '<') return -1
  }
  return -1
}

function startTag(inside: string): Building | null {
  const tag = /^[^\s/]+/.exec(inside)?.[0]
  if (tag === undefined) return null
  const attributes: Record<string, string> = {}
  for (const match of inside.slice(tag.length).matchAll(ATTRIBUTE))
    attributes[localName(match[1] ?? '')] = unescaped(match[2] ?? match[3] ?? '')
  return { name: localName(tag), tag, attributes, children: [], text: '' }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}

function unescaped(text: string): string {
  if (!text.includes('&')) return text
  return text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]+));/gi, (whole, decimal, hex, name) => {
    if (name !== undefined) return NAMED[name as string] ?? whole
    const code = decimal === undefined ? Number.parseInt(hex as string, 16) : Number(decimal)
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
}
