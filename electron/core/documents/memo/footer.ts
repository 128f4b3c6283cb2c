import { catalogMark } from './catalog-mark.ts'
import type { MemoContent } from './content.ts'
import type { Canvas } from './layout/canvas.ts'
import { COLORS, CONTENT_WIDTH, PAGE, STYLES } from './style.ts'
import { cutToWidth, widthOf } from './text/set-text.ts'

/** The running foot of every page: which site, which catalog, which page. */
export function drawFooters(canvas: Canvas, { faces, name, input }: MemoContent): void {
  const top = PAGE.height - 34
  const mark = cutToWidth(faces, `Internal  ·  catalog ${catalogMark(input.summary)}`, STYLES.note, CONTENT_WIDTH * 0.4)
  const sideRoom = (CONTENT_WIDTH - widthOf(faces, mark, STYLES.note)) / 2 - 12
  const site = cutToWidth(faces, name, STYLES.note, sideRoom)
  canvas.onEveryPage((page, of) => {
    canvas.pdf.markContent('Artifact', { type: 'Pagination' })
    canvas.rule(PAGE.left, top, CONTENT_WIDTH, COLORS.rule, 0.5)
    const y = top + 11
    canvas.line(site, PAGE.left, y, STYLES.note)
    canvas.line(mark, PAGE.left, y, STYLES.note, 'center', CONTENT_WIDTH)
    canvas.line(`page ${page} of ${of}`, PAGE.left, y, STYLES.note, 'right', CONTENT_WIDTH)
    canvas.pdf.endMarkedContent()
  })
}
