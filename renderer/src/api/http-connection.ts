import type { GrantedFile } from '../../../shared/contract/app.ts'
import { grantedFile } from '../../../shared/contract/app.ts'
import { AppError, type WireResult, wireResult } from '../../../shared/contract/errors.ts'
import type { ConnectionState, HostConnection } from './host-connection.ts'
import { linesOf } from './lines-of.ts'
import { pickFiles } from './pick-files.ts'
import { storeBearer, storedBearer } from './session.ts'

const GONE = 'Switchyard is no longer running; start it again.'
const FIRST_RETRY_MS = 500
const LONGEST_RETRY_MS = 5_000

/**
 * The connection of a browser page to the loopback host.
 * @param launchToken of the page's address, exchanged once for a bearer; null where the tab already has one
 */
export function httpConnection(launchToken: string | null): HostConnection {
  const states = new Set<(state: ConnectionState) => void>()
  const listeners = new Set<(event: unknown) => void>()
  const session = launchToken === null ? Promise.resolve(null) : openSession(launchToken)
  // Every call waits for the session and hears of its failure; nobody else has to.
  session.catch(() => {})
  let isListening = false

  const tell = (state: ConnectionState): void => states.forEach((listener) => void listener(state))

  async function post(path: string, body: unknown): Promise<Response> {
    const refused = await session
    if (refused !== null) throw new AppError('forbidden', refused)
    try {
      return await fetch(path, {
        method: 'POST',
        headers: { authorization: `Bearer ${storedBearer() ?? ''}`, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })
    } catch {
      tell('lost')
      throw new AppError('internal', GONE)
    }
  }

  async function listen(): Promise<void> {
    for (let pause = FIRST_RETRY_MS; listeners.size > 0; pause = Math.min(pause * 2, LONGEST_RETRY_MS)) {
      try {
        const response = await post('/api/events', {})
        if (response.status === 401) {
          tell('ended')
          break
        }
        if (response.ok && response.body !== null) {
          tell('online')
          pause = FIRST_RETRY_MS
          for await (const line of linesOf(response.body)) {
            const event: unknown = JSON.parse(line)
            for (const listener of listeners) listener(event)
          }
        }
      } catch (error) {
        // No session was opened, which every call says by itself; a broken stream is what reconnecting is for.
        if (error instanceof AppError && error.code === 'forbidden') break
      }
      tell('lost')
      await new Promise((resolve) => setTimeout(resolve, pause))
    }
    isListening = false
  }

  return {
    transport: {
      async call(method, input): Promise<WireResult> {
        try {
          const response = await post('/api/call', { method, input })
          if (response.headers.get('content-type') === 'application/octet-stream')
            return { ok: true, value: new Uint8Array(await response.arrayBuffer()) }
          return (await response.json()) as WireResult
        } catch (error) {
          if (error instanceof AppError) return { ok: false, error: { code: error.code, message: error.message } }
          return { ok: false, error: { code: 'internal', message: GONE } }
        }
      },
      onEvent(listener) {
        listeners.add(listener)
        if (!isListening) {
          isListening = true
          void listen()
        }
        return () => listeners.delete(listener)
      },
    },
    async fetchTile(path, signal) {
      const refused = await session
      if (refused !== null) throw new AppError('forbidden', refused)
      return await fetch(path, {
        headers: { authorization: `Bearer ${storedBearer() ?? ''}` },
        signal: signal ?? null,
      })
    },
    onState(listener) {
      states.add(listener)
      return () => states.delete(listener)
    },
    files: {
      async pick() {
        const granted: GrantedFile[] = []
        for (const file of await pickFiles()) granted.push(await upload(file, () => {}))
        return granted
      },
      receive: (file, onProgress) => upload(file, onProgress),
      async save(result) {
        const response = await post('/api/files', { grant: result.grant })
        if (!response.ok) throw await refusalOf(response)
        download(await response.blob(), result.name)
        return true
      },
      async saveMade(file) {
        download(file, file.name)
        return true
      },
    },
  }
}

function download(content: Blob, name: string): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The download reads the blob after the click returns.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}

/** Null when the session is open, else the host's sentence. */
async function openSession(launch: string): Promise<string | null> {
  try {
    const response = await fetch('/api/session', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ launch }),
    })
    if (!response.ok) {
      // A reload of the launch link finds its token used, but the tab may still hold the session it opened.
      return storedBearer() === null ? (await refusalOf(response)).message : null
    }
    const { bearer } = (await response.json()) as { bearer: string }
    storeBearer(bearer)
    return null
  } catch {
    return GONE
  }
}

/** XMLHttpRequest, since fetch tells nothing of how much of a body has been sent. */
function upload(file: File, onProgress: (share: number) => void): Promise<GrantedFile> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open('POST', '/api/uploads')
    request.setRequestHeader('authorization', `Bearer ${storedBearer() ?? ''}`)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.setRequestHeader('x-file-name', encodeURIComponent(file.name))
    request.upload.onprogress = ({ loaded, total }) => onProgress(total === 0 ? 1 : loaded / total)
    request.onerror = () =>
      reject(new AppError('disk', `"${file.name}" could not be sent; check that it can be read and try again.`))
    request.onload = () => {
      const answer = parseJson(request.responseText)
      const granted = grantedFile.safeParse(answer)
      if (request.status === 200 && granted.success) resolve(granted.data)
      else reject(errorOf(answer))
    }
    request.send(file)
  })
}

async function refusalOf(response: Response): Promise<AppError> {
  return errorOf(parseJson(await response.text()))
}

function errorOf(answer: unknown): AppError {
  const result = wireResult.safeParse(answer)
  if (result.success && !result.data.ok) return new AppError(result.data.error.code, result.data.error.message)
  return new AppError('internal', 'Switchyard gave no usable answer; restart it and try again.')
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
