import { spawnSync } from 'node:child_process'
import type { PdfRun } from './read-pdf.ts'

const PAGE = { width: 612, height: 792 }
/** Nothing stands nearer to the sheet's edge than this, in points. */
const MARGIN = 40

/** Runs that reach into the margins; the running foot stands lowest, 22 points above the edge. */
export function outsideOfPage(runs: readonly PdfRun[]): PdfRun[] {
  return runs.filter(
    ({ x, y, width, size }) =>
      x < MARGIN || x + width > PAGE.width - MARGIN || y - size * 0.75 < MARGIN || y > PAGE.height - 20,
  )
}

/** Pairs of runs on one page that cover each other, by the height of capitals. */
export function overlaps(runs: readonly PdfRun[]): string[] {
  const found: string[] = []
  const drawn = runs.filter(({ text }) => text.trim() !== '')
  drawn.forEach((one, index) => {
    for (const other of drawn.slice(index + 1)) {
      if (one.page !== other.page) continue
      const apartAcross = one.x + trimmedWidth(one) <= other.x + 0.05 || other.x + trimmedWidth(other) <= one.x + 0.05
      const apartDown = one.y <= other.y - other.size * 0.7 || other.y <= one.y - one.size * 0.7
      if (!apartAcross && !apartDown) found.push(`page ${one.page}: "${one.text}" and "${other.text}"`)
    }
  })
  return found
}

/** Without the spaces at its end, which nobody sees. */
function trimmedWidth({ text, width, size }: PdfRun): number {
  return width - (text.length - text.trimEnd().length) * size * 0.26
}

export function isInstalled(program: string): boolean {
  return spawnSync(program, ['-v']).error === undefined
}
