import path from 'node:path'

/** The repository's folder, seen from a source file of the tooling. */
export const projectRoot = path.resolve(import.meta.dirname, '..', '..')
