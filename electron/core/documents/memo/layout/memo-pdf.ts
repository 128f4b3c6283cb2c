import PDFDocument from 'pdfkit'
import { PAGE } from '../style.ts'
import { srgbProfile } from './srgb-profile.ts'

export interface MemoPdfInfo {
  readonly title: string
  readonly author: string
  readonly subject: string
  readonly date: Date
  readonly creator: string
}

/** What pdfkit keeps to itself and the archival parts need. */
interface Internals {
  readonly _root: { readonly data: Record<string, unknown> }
}

interface Reference {
  write(bytes: Uint8Array): void
  end(): void
}

/**
 * A tagged PDF that follows the rules of PDF/A-2a. pdfkit's own switch for that writes names into its XML metadata
 * without escaping them and reads its colour profile from a file that a bundled program does not have.
 */
class ArchivalDocument extends PDFDocument {
  readonly #info: MemoPdfInfo

  constructor(info: MemoPdfInfo) {
    super({
      size: [PAGE.width, PAGE.height],
      margin: 0,
      autoFirstPage: false,
      bufferPages: true,
      pdfVersion: '1.7',
      tagged: true,
      displayTitle: true,
      lang: 'en-US',
      // An empty name keeps pdfkit from setting up Helvetica, which it would not embed.
      font: '',
      info: {
        Title: info.title,
        Author: info.author,
        Subject: info.subject,
        Creator: info.creator,
        Producer: 'PDFKit',
        CreationDate: info.date,
        ModDate: info.date,
      },
    })
    this.#info = info
  }

  _addInfo(): void {
    const { title, author, subject, date, creator } = this.#info
    const instant = `${date.toISOString().slice(0, 19)}Z`
    this.appendXML(`<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:pdf="http://ns.adobe.com/pdf/1.3/" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${escapeXml(author)}</rdf:li></rdf:Seq></dc:creator>
<dc:description><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(subject)}</rdf:li></rdf:Alt></dc:description>
<xmp:CreateDate>${instant}</xmp:CreateDate>
<xmp:ModifyDate>${instant}</xmp:ModifyDate>
<xmp:CreatorTool>${escapeXml(creator)}</xmp:CreatorTool>
<pdf:Producer>PDFKit</pdf:Producer>
<pdfaid:part>2</pdfaid:part>
<pdfaid:conformance>A</pdfaid:conformance>
</rdf:Description>`)
    this.#addOutputIntent()
  }

  #addOutputIntent(): void {
    const profile = this.ref({ N: 3 }) as unknown as Reference
    profile.write(srgbProfile())
    profile.end()
    const intent = this.ref({
      Type: 'OutputIntent',
      S: 'GTS_PDFA1',
      Info: pdfString('sRGB IEC61966-2.1'),
      OutputConditionIdentifier: pdfString('sRGB IEC61966-2.1'),
      DestOutputProfile: profile,
    }) as unknown as Reference
    intent.end()
    ;(this as unknown as Internals)._root.data['OutputIntents'] = [intent]
  }
}

export type MemoPdf = PDFKit.PDFDocument

export function createMemoPdf(info: MemoPdfInfo): MemoPdf {
  return new ArchivalDocument(info)
}

/** pdfkit writes a String object as a PDF string and a plain string as a PDF name. */
function pdfString(text: string): unknown {
  return Object(text)
}

/** Text for XML: marked-up signs as entities, control characters that XML forbids left out. */
function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, ' ')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
