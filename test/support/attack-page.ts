import { mkdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'

const INDEX = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <title>Switchyard</title>
    <link rel="icon" href="data:,">
    <script type="module" src="/assets/page-a1b2c3d4.js"></script>
  </head>
  <body>
    <p id="state">starting</p>
    <p id="text"></p>
    <div id="html"></div>
  </body>
</html>
`

// It puts the site's name into the page both as text and, as no page should, as HTML: what then protects it is the policy.
const SCRIPT = `
const STORED_AS = 'session'
const launch = new URLSearchParams(location.hash.slice(1)).get('launch')
if (launch !== null) history.replaceState(null, '', location.pathname)
const show = (id, text) => { document.getElementById(id).textContent = text }

async function post(path, body) {
  const headers = { 'content-type': 'application/json', authorization: 'Bearer ' + (sessionStorage.getItem(STORED_AS) ?? '') }
  return await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) })
}
window.post = post

async function start() {
  if (launch !== null) {
    const reply = await post('/api/session', { launch })
    const value = await reply.json()
    if (!reply.ok) return show('state', value.error.message)
    sessionStorage.setItem(STORED_AS, value.bearer)
  }
  const reply = await post('/api/call', { method: 'sites.columns', input: {} })
  if (!reply.ok) return show('state', (await reply.json()).error.message)
  const bytes = await reply.arrayBuffer()
  const length = new DataView(bytes).getUint32(4, true)
  const { names } = JSON.parse(new TextDecoder().decode(new Uint8Array(bytes, 8, length)))
  show('text', names[0])
  document.getElementById('html').innerHTML = names[0]
  show('state', 'ready')
}
await start()
`

/** Writes a small page that signs in and shows the first site's name, and returns its folder. */
export function writeAttackPage(folder: string): string {
  const page = path.join(folder, 'attack-page')
  mkdirSync(path.join(page, 'assets'), { recursive: true })
  writeFileSync(path.join(page, 'index.html'), INDEX)
  writeFileSync(path.join(page, 'assets', 'page-a1b2c3d4.js'), SCRIPT)
  return page
}
