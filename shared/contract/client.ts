import { contract, type Method, type SwitchyardClient } from './contract.ts'
import type { MethodDef } from './define.ts'
import { AppError, wireResult } from './errors.ts'
import type { Transport } from './transport.ts'

/**
 * The typed client over a transport. Input is sent as given; the answer is parsed again, since a page and a host
 * of different versions may meet.
 * @throws AppError from every method: the host's own error, or `internal` where the answer is not the contract's.
 */
export function createClient(transport: Transport): SwitchyardClient {
  const entries = (Object.keys(contract) as Method[]).map((name) => {
    const def: MethodDef = contract[name]
    return [name, (input: unknown) => callMethod(transport, name, def, input)] as const
  })
  return Object.fromEntries(entries) as unknown as SwitchyardClient
}

async function callMethod(transport: Transport, name: string, def: MethodDef, input: unknown): Promise<unknown> {
  const answer = wireResult.safeParse(await transport.call(name, input))
  if (!answer.success)
    throw new AppError('internal', `Switchyard gave no usable answer to ${name}; restart it and try again.`)
  if (!answer.data.ok) throw new AppError(answer.data.error.code, answer.data.error.message)
  const value = def.output.safeParse(answer.data.value)
  if (!value.success)
    throw new AppError('internal', `Switchyard's answer to ${name} is of another version; restart it and try again.`)
  return value.data
}
