import os from 'node:os'
import type { Settings } from '../../shared/contract/app.ts'

/** Whose name edits carry: the one in the settings, else the system account's. */
export function authorName(settings: Settings): string {
  const chosen = settings['author']
  if (typeof chosen === 'string' && chosen.trim() !== '') return chosen.trim().slice(0, 200)
  try {
    return os.userInfo().username
  } catch {
    // An account without an entry in the system's user list, as in some containers.
    return 'unknown'
  }
}
