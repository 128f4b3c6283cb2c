import { runCommandLine } from '../../electron/cli/run-command-line.ts'

/** One command line to run, and the surroundings that differ from this process's own. */
export interface CliAsked {
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
}

export interface CliAnswered {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
}

const ownEnv = { ...process.env }

process.on('message', async ({ args, env }: CliAsked) => {
  process.env = { ...ownEnv, ...env }
  const told = { stdout: '', stderr: '' }
  const putBack = (['stdout', 'stderr'] as const).map((name) => {
    const stream = process[name]
    const write = stream.write
    stream.write = (text: string | Uint8Array) => {
      told[name] += typeof text === 'string' ? text : Buffer.from(text).toString()
      return true
    }
    return () => {
      stream.write = write
    }
  })
  const code = await runCommandLine(args)
  for (const undo of putBack) undo()
  process.send?.({ code, ...told } satisfies CliAnswered)
})
process.on('disconnect', () => process.exit())
