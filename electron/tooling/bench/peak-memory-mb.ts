import { existsSync, readFileSync } from 'node:fs'
import process from 'node:process'

const STATUS = '/proc/self/status'

/**
 * The most memory that this process has needed, MB. On Linux the peak that the system reports for resource use may be
 * that of the process that started this one; the kernel's own mark begins anew with the program.
 */
export function peakMemoryMb(): number {
  const mark = existsSync(STATUS) ? /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(STATUS, 'utf8'))?.[1] : undefined
  return (mark === undefined ? process.resourceUsage().maxRSS : Number(mark)) / 1024
}
