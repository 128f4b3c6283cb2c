import '@fontsource-variable/inter/wght.css'
import '@mantine/core/styles.css'
import './styles/tokens.css'
import './styles/base.css'
import './styles/layout.css'
import './styles/scenario.css'
import './styles/decks.css'
import './styles/list.css'
import './styles/panel.css'
import './styles/attributes.css'
import './styles/comments.css'
import './styles/documents.css'
import './styles/imports.css'
import './styles/mapping.css'
import './styles/exports.css'
import './styles/uncertainty.css'
import './styles/weights.css'
import { createRoot } from 'react-dom/client'
import { appPorts } from './api/app-ports.ts'
import { electronConnection } from './api/electron-connection.ts'
import { httpConnection } from './api/http-connection.ts'
import { takeLaunchToken } from './api/session.ts'
import { App } from './app.tsx'
import { createAppStore, startApp } from './stores/app-store.ts'

/** Connects to the host that this page was loaded by and draws the app. */
export function startPage(): void {
  const root = document.getElementById('root')
  if (root === null) throw new Error('The page has no root element.')
  const connection = window.switchyard ? electronConnection(window.switchyard) : httpConnection(takeLaunchToken())
  const ports = appPorts(connection)
  const store = createAppStore(ports)
  startApp(store, ports)
  createRoot(root).render(<App store={store} ports={ports} />)
}
