import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import path from 'node:path'
import { startCore } from '../../electron/core/client.ts'
import { resourceFolders } from '../../electron/host/paths.ts'

/**
 * A process that a test kills. `hold` only keeps the catalog open; `edit` edits site-1 without end and writes each
 * value once its commit is answered; `import` imports a file and says when it starts and how it ends.
 */
const [task, catalogFile = '', file = ''] = process.argv.slice(2)
const core = await startCore({
  catalogFile,
  outputFolder: path.join(path.dirname(catalogFile), 'output'),
  resources: resourceFolders(),
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
  let last = ''
  core.onEvent((event) => {
    if (event.type !== 'job' || event.job.state === last) return
    last = event.job.state
    say(event.job.error?.message ?? last)
  })
  const grant = randomUUID()
  const name = path.basename(file)
  await core.call('imports.start', { grant, dryRun: false }, { [grant]: { path: file, name } })
}
setInterval(() => {}, 1_000)
