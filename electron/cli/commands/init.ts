import type { ImportReport } from '../../../shared/contract/jobs.ts'
import type { Command } from '../command.ts'
import { importSummary, importText } from '../import-summary.ts'

/** Makes a catalog, with the reference sites if asked; one that is there already stays as it is. */
export const init: Command = {
  name: 'init',
  summary: 'make a catalog',
  options: {
    reference: { type: 'boolean', help: 'load the reference sites into it, unless it holds a data set already' },
  },
  async run(context) {
    const session = await context.open({ mayCreate: true })
    const reports: ImportReport[] = []
    if (context.options['reference'] === true) {
      const { loadReference } = await import('../../core/load-reference.ts')
      reports.push(...(await loadReference(session.core, session.resources)))
    }
    const { siteCount } = await session.client['catalog.summary']({})
    const made = session.isNew ? 'Made the catalog' : 'The catalog is there already:'
    return {
      json: {
        catalog: context.catalogFile,
        created: session.isNew,
        sites: siteCount,
        imports: reports.map(importSummary),
      },
      text: [
        ...reports.map(importText),
        `${made} ${context.catalogFile}; it holds ${siteCount} ${siteCount === 1 ? 'site' : 'sites'}.`,
      ].join('\n'),
    }
  },
}
