import { cellText } from './xml-text.ts'

/** The texts that a workbook's cells refer to by number. */
export function sharedStrings(xml: string): string[] {
  const prefix = /<((?:[A-Za-z_][\w.-]*:)?)sst[\s>/]/.exec(xml)?.[1] ?? ''
  const [open, close] = [`<${prefix}si`, `</${prefix}si>`]
  const texts: string[] = []
  let at = xml.indexOf(open)
  while (at >= 0) {
    const tagEnd = xml.indexOf('>', at)
    if (tagEnd < 0) break
    if (xml.charCodeAt(tagEnd - 1) === 47) {
      texts.push('')
      at = xml.indexOf(open, tagEnd)
      continue
    }
    const end = xml.indexOf(close, tagEnd)
    if (end < 0) break
    texts.push(richText(xml.slice(tagEnd + 1, end), prefix))
    at = xml.indexOf(open, end)
  }
  return texts
}

/** The text of a string in runs; how it is pronounced is no part of it. */
export function richText(xml: string, prefix: string): string {
  const body = withoutSpoken(xml, prefix)
  const [open, close] = [`<${prefix}t`, `</${prefix}t>`]
  let text = ''
  let at = body.indexOf(open)
  while (at >= 0) {
    const tagEnd = body.indexOf('>', at)
    if (tagEnd < 0) break
    const isText = /[\s>/]/.test(body[at + open.length] ?? '')
    if (!isText || body.charCodeAt(tagEnd - 1) === 47) {
      at = body.indexOf(open, tagEnd)
      continue
    }
    const end = body.indexOf(close, tagEnd)
    if (end < 0) break
    text += body.slice(tagEnd + 1, end)
    at = body.indexOf(open, end)
  }
  return cellText(text)
}

function withoutSpoken(xml: string, prefix: string): string {
  const [open, close] = [`<${prefix}rPh`, `</${prefix}rPh>`]
  let [text, done] = ['', 0]
  for (let at = xml.indexOf(open); at >= 0; at = xml.indexOf(open, done)) {
    const end = xml.indexOf(close, at)
    if (end < 0) break
    text += xml.slice(done, at)
    done = end + close.length
  }
  return text + xml.slice(done)
}
