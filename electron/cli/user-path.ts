import path from 'node:path'

/**
 * Where the user is. `npm run` starts its scripts in the repository and says in INIT_CWD where it was called; an
 * INIT_CWD that a surrounding npm script left in the environment says nothing about a direct call.
 */
export function userFolder(env: NodeJS.ProcessEnv = process.env, cwd: string = process.cwd()): string {
  const initial = env['INIT_CWD']
  return initial && env['npm_lifecycle_event'] === 'switchyard' ? initial : cwd
}

/** A path as the user typed it, made absolute. */
export function userPath(file: string, folder: string = userFolder()): string {
  return path.resolve(folder, file)
}
