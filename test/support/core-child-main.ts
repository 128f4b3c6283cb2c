import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import path from 'node:path'
import { startCore } from '../../electron/core/client.ts'

/**
 * A process that a test kills. `hold` only keeps the catalog open; `edit` edits site-1 without end and writes each
 * value once its commit is answered; `import` imports a file and says when it starts and is done.
 */
const [task, catalogFile = '', file = ''] = process.argv.slice(2)
const core = await startCore({
  catalogFile,
  outputFolder: path.join(path.dirname(catalogFile), 'output'),
  resources: { reference: '', basemap: '', fonts: '' },
  author: 'Ada',
})
const say = (line: string | number) => void writeSync(1, `${line}\n`)
say('open')
if (task === 'edit') {
  for (let value = 1; ; value++) {
    const field = value % 2 === 0 ? 'landAcres' : 'queueMw'
    await core.call('sites.edit', { siteId: 'site-1', field, value, source: '', asOf: null, rung: 'claimed' })
    say(value)
  }
} else if (task === 'import') {
  core.onEvent((event) => {
    if (event.type === 'job') say(event.job.state)
  })
  const grant = randomUUID()
  await core.call('imports.start', { grant, dryRun: false }, { [grant]: { path: file, name: 'sites.csv' } })
}
setInterval(() => {}, 1_000)
