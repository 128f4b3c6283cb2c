import type { SourceContent } from './source-file.ts'

/** What a file's first bytes show it to be; an archive is told from a workbook by its directory. */
export function contentOfHead(head: Uint8Array): Exclude<SourceContent, 'workbook'> {
  const start = Buffer.from(head.buffer, head.byteOffset, Math.min(head.length, 16)).toString('latin1')
  if (start.startsWith('PK\x03\x04') || start.startsWith('PK\x05\x06')) return 'zip'
  if (start.startsWith('SQLite format 3\0')) return 'sqlite'
  if (start.startsWith('%PDF-')) return 'pdf'
  if (isImage(start)) return 'image'
  if (start.startsWith('\xff\xfe') || start.startsWith('\xfe\xff')) return 'text'
  return head.includes(0) ? 'unknown' : 'text'
}

function isImage(start: string): boolean {
  return (
    start.startsWith('\xff\xd8\xff') ||
    start.startsWith('\x89PNG\r\n') ||
    start.startsWith('GIF8') ||
    start.startsWith('II*\0') ||
    start.startsWith('MM\0*') ||
    (start.startsWith('RIFF') && start.slice(8, 12) === 'WEBP') ||
    /^....ftyp(heic|heix|mif1|msf1|avif)/s.test(start)
  )
}
