import { inflateSync } from 'node:zlib'

/** A run of text on a page, in points from the page's top left corner; `y` is its baseline. */
export interface PdfRun {
  readonly page: number
  readonly x: number
  readonly y: number
  readonly width: number
  readonly size: number
  readonly text: string
}

export interface ReadPdf {
  readonly pageCount: number
  readonly runs: readonly PdfRun[]
  /** All text, a line a run, in the order of drawing. */
  readonly text: string
  /** The bodies of all objects, streams inflated. */
  readonly objects: ReadonlyMap<number, string>
}

interface PdfFont {
  readonly unicode: readonly string[]
  readonly widths: readonly number[]
}

type Matrix = readonly [number, number, number, number, number, number]

/** Reads what pdfkit writes: no object streams, hex strings, fonts with a ToUnicode map. Knows no other PDF. */
export function readPdf(bytes: Uint8Array): ReadPdf {
  const objects = readObjects(Buffer.from(bytes))
  const pages = /\/Kids \[([^\]]*)\]/.exec([...objects.values()].find((body) => body.includes('/Type /Pages')) ?? '')
  const ids = [...(pages?.[1] ?? '').matchAll(/(\d+) 0 R/g)].map((match) => Number(match[1]))
  const runs = ids.flatMap((id, index) => readPage(objects, id, index + 1))
  return { pageCount: ids.length, runs, text: runs.map((run) => run.text).join('\n'), objects }
}

function readObjects(file: Buffer): Map<number, string> {
  const text = file.toString('latin1')
  const objects = new Map<number, string>()
  const start = /(?:^|\n)(\d+) 0 obj\n/g
  for (let match = start.exec(text); match; match = start.exec(text)) {
    const from = start.lastIndex
    const streamAt = text.indexOf('stream\n', from)
    const endAt = text.indexOf('endobj', from)
    if (streamAt < 0 || streamAt > endAt) {
      objects.set(Number(match[1]), text.slice(from, endAt))
      continue
    }
    const head = text.slice(from, streamAt)
    const length = Number(/\/Length (\d+)/.exec(head)?.[1])
    const body = file.subarray(streamAt + 7, streamAt + 7 + length)
    const data = head.includes('/FlateDecode') ? inflateSync(body) : body
    objects.set(Number(match[1]), head + data.toString('latin1'))
    start.lastIndex = streamAt + 7 + length
  }
  return objects
}

function readPage(objects: Map<number, string>, id: number, page: number): PdfRun[] {
  const dictionary = objects.get(id) ?? ''
  const height = Number(/\/MediaBox \[0 0 [\d.]+ ([\d.]+)\]/.exec(dictionary)?.[1])
  const resources = objects.get(refIn(dictionary, 'Resources')) ?? ''
  const fonts = new Map(
    [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map((match) => [
      match[1] ?? '',
      readFont(objects, objects.get(Number(match[2])) ?? ''),
    ]),
  )
  const content = objects.get(refIn(dictionary, 'Contents')) ?? ''
  return interpret(content.slice(content.indexOf('>>') + 2), fonts).map((run) => ({ ...run, page, y: height - run.y }))
}

function refIn(dictionary: string, key: string): number {
  return Number(new RegExp(`/${key} (\\d+) 0 R`).exec(dictionary)?.[1])
}

function readFont(objects: Map<number, string>, font: string): PdfFont {
  const cmap = objects.get(refIn(font, 'ToUnicode')) ?? ''
  const unicode = [...cmap.matchAll(/<[\da-f]{4}> <[\da-f]{4}> \[([^\]]*)\]/g)].flatMap((range) =>
    [...(range[1] ?? '').matchAll(/<([\da-f ]*)>/g)].map((entry) =>
      String.fromCharCode(
        ...(entry[1] ?? '')
          .split(' ')
          .filter(Boolean)
          .map((unit) => Number.parseInt(unit, 16)),
      ),
    ),
  )
  const descendant = objects.get(Number(/\/DescendantFonts \[(\d+) 0 R\]/.exec(font)?.[1])) ?? ''
  const widths = (/\/W \[0 \[([^\]]*)\]/.exec(descendant)?.[1] ?? '').split(' ').map(Number)
  return { unicode, widths }
}

const TOKEN = /\[[^\]]*\]|<<|>>|<[\da-fA-F]*>|\/[^\s<>[\]/]+|\((?:\\.|[^\\)])*\)|[^\s<>[\]/()]+/g

function interpret(content: string, fonts: ReadonlyMap<string, PdfFont>): Omit<PdfRun, 'page'>[] {
  const runs: Omit<PdfRun, 'page'>[] = []
  const saved: Matrix[] = []
  let ctm: Matrix = [1, 0, 0, 1, 0, 0]
  let operands: string[] = []
  let font: PdfFont = { unicode: [], widths: [] }
  let size = 0
  let tracking = 0
  let at = { x: 0, y: 0 }
  const numbers = () => operands.slice(-6).map(Number) as unknown as Matrix
  for (const [token] of content.matchAll(TOKEN)) {
    switch (token) {
      case 'q':
        saved.push(ctm)
        break
      case 'Q':
        ctm = saved.pop() ?? ctm
        break
      case 'cm':
        ctm = multiply(numbers(), ctm)
        break
      case 'BT':
        tracking = 0
        break
      case 'Tm':
        at = { x: numbers()[4], y: numbers()[5] }
        break
      case 'Tf':
        font = fonts.get((operands.at(-2) ?? '').slice(1)) ?? font
        size = Number(operands.at(-1))
        break
      case 'Tc':
        tracking = Number(operands.at(-1))
        break
      case 'TJ': {
        const { text, width } = show(operands.at(-1) ?? '', font, size, tracking)
        const [x, y] = transform(ctm, at.x, at.y)
        runs.push({ x, y, width, size, text })
        at = { x: at.x + width, y: at.y }
        break
      }
      default:
        operands.push(token)
        continue
    }
    operands = []
  }
  return runs
}

function show(array: string, { unicode, widths }: PdfFont, size: number, tracking: number) {
  let text = ''
  let width = 0
  for (const [, hex, adjust] of array.matchAll(/<([\da-f]*)>|(-?[\d.]+)/g)) {
    for (const glyph of hex?.match(/.{4}/g) ?? []) {
      const code = Number.parseInt(glyph, 16)
      text += unicode[code] ?? ''
      width += ((widths[code] ?? 0) * size) / 1_000 + tracking
    }
    if (adjust !== undefined) width -= (Number(adjust) * size) / 1_000
  }
  return { text, width }
}

function multiply(a: Matrix, b: Matrix): Matrix {
  return [
    a[0] * b[0] + a[1] * b[2],
    a[0] * b[1] + a[1] * b[3],
    a[2] * b[0] + a[3] * b[2],
    a[2] * b[1] + a[3] * b[3],
    a[4] * b[0] + a[5] * b[2] + b[4],
    a[4] * b[1] + a[5] * b[3] + b[5],
  ]
}

function transform(m: Matrix, x: number, y: number): [x: number, y: number] {
  return [m[0] * x + m[2] * y + m[4], m[1] * x + m[3] * y + m[5]]
}
