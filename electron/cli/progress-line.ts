import type { WriteStream } from 'node:tty'

/** Shows one line that replaces itself, on a terminal alone: elsewhere it would fill a log. The empty line ends it. */
export function progressLine(stream: WriteStream): (line: string) => void {
  if (!stream.isTTY) return () => undefined
  let isShown = false
  return (line) => {
    if (line === '' && !isShown) return
    isShown = line !== ''
    stream.write(`\r\u001b[K${line.slice(0, Math.max(20, stream.columns - 1))}`)
  }
}
