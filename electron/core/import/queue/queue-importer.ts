import { readCounties } from '../../queue/read-counties.ts'
import type { Importer, Recognised, StageContext } from '../importer.ts'
import type { SourceFile } from '../source/source-file.ts'
import { type FoundQueue, findQueue } from './find-queue.ts'
import { largeLoadForm } from './large-load-form.ts'
import { QUEUE_LAYOUTS } from './layouts/queue-layouts.ts'
import { stageQueue } from './queue-staging.ts'
import { readQueue } from './read-queue.ts'

const FOUND = new WeakMap<SourceFile, Promise<FoundQueue | null>>()

/** One importer for each layout; a file is searched once for all of them. */
const layoutImporters: readonly Importer[] = QUEUE_LAYOUTS.map((layout) => ({
  id: layout.id,
  async recognise(source) {
    let search = FOUND.get(source)
    if (!search) {
      search = findQueue(source)
      FOUND.set(source, search)
    }
    const found = await search
    return found?.layout === layout ? recognised(source, found) : null
  },
}))

export const queueImporters: readonly Importer[] = [...layoutImporters, largeLoadForm]

function recognised(source: SourceFile, found: FoundQueue): Recognised {
  const { layout, tables, preambles } = found
  const edition = layout.edition(tables, preambles)
  const notes = layout.remark === undefined ? [] : [layout.remark]
  if (edition.asOf === null) notes.push('The file does not say of what date it is.')
  return {
    format: layout.id,
    kind: 'queue',
    ...edition,
    attribution: layout.attribution,
    notes,
    async stage(context: StageContext) {
      const date1904 = source.content === 'workbook' && (await source.workbook()).date1904
      const read = await readQueue(found, date1904, readCounties(context.referenceFolder), context.turn, (rows) =>
        context.progress(rows, rows),
      )
      return stageQueue(context, read)
    },
  }
}
