import type { Ruler } from '../../../shared/domain/ranking/ruler.ts'

/** Name and version; a ruler that was never saved has none yet. */
export function rulerTitle({ name, version }: Ruler): string {
  return version === 0 ? `${name}, not saved` : `${name}, version ${version}`
}
