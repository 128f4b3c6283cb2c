import type { ResourceFolders } from './resource-folders.ts'

export interface CoreOptions {
  /** The catalog; made where there is none. */
  readonly catalogFile: string
  /** Where documents are written, each under its grant. */
  readonly outputFolder: string
  readonly resources: ResourceFolders
  /** Who the edits of this session are by. */
  readonly author: string
}

/** A file that the user has granted, under the name that the user knows it by. */
export interface GrantedPath {
  readonly path: string
  readonly name: string
}
