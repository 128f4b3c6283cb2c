import type { AppStore } from '../stores/app-store.ts'
import type { TableRequest } from './use-table-rows.ts'

/** More would choke what they are pasted into; the export writes all of a layer. */
const MOST_ROWS = 10_000
const PAGE_ROWS = 1_000

/** Puts the rows of an attribute table on the clipboard as a spreadsheet takes them: a line a row, tabs between values. */
export async function copyRows(store: AppStore, request: TableRequest): Promise<void> {
  const { readLayerRows, copyText, notify, report } = store.getState()
  try {
    const lines = [request.attributes.map(plain).join('\t')]
    let total = 0
    for (let offset = 0; offset < MOST_ROWS; offset += PAGE_ROWS) {
      const page = await readLayerRows({ ...request, offset, limit: PAGE_ROWS })
      total = page.total
      for (const { values } of page.rows) lines.push(values.map(plain).join('\t'))
      if (page.rows.length < PAGE_ROWS) break
    }
    await copyText(lines.join('\n'))
    if (total > MOST_ROWS)
      notify('done', `Copied the first ${MOST_ROWS.toLocaleString('en-US')} of ${total.toLocaleString('en-US')} rows.`)
  } catch (error) {
    report(error)
  }
}

function plain(value: string | number | boolean | null): string {
  return value === null ? '' : String(value).replace(/[\t\r\n]+/g, ' ')
}
