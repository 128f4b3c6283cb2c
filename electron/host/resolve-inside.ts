import { realpath } from 'node:fs/promises'
import path from 'node:path'

/**
 * The real file that a URL path names inside `folder`, or null where it names none. The path is decoded once, as it
 * came over the wire and before anything normalised it. Backslashes, NUL, colons (Windows drives and streams) and
 * `..` are refused outright, and what is left must still lie inside after every symbolic link has been followed.
 */
export async function resolveInside(folder: string, urlPath: string): Promise<string | null> {
  const relative = decodeOnce(urlPath)
  if (relative === null || /[\0\\:]/.test(relative)) return null
  if (relative.split('/').includes('..')) return null
  try {
    const base = await realpath(folder)
    const file = await realpath(path.join(base, relative))
    return file.startsWith(base + path.sep) ? file : null
  } catch {
    return null
  }
}

function decodeOnce(text: string): string | null {
  try {
    return decodeURIComponent(text)
  } catch {
    return null
  }
}
