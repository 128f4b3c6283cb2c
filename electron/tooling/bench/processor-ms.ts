import process from 'node:process'

/** A result and the milliseconds of processor time it took, waiting for a core left out. */
export function processorMs<T>(work: () => T): { readonly result: T; readonly ms: number } {
  const before = process.cpuUsage()
  const result = work()
  const { user, system } = process.cpuUsage(before)
  return { result, ms: (user + system) / 1_000 }
}
