import type { GrantedFile } from '../../../shared/contract/app.ts'
import type { FileResult } from '../../../shared/contract/jobs.ts'

/** How files come in and go out: by the desktop's dialogs, or by a browser's uploads and downloads. */
export interface FileDoor {
  /** Lets the user choose files; none when they cancel. */
  pick(): Promise<GrantedFile[]>
  /** Hands over a file that was dropped on the window. `onProgress` hears the share sent, 0 to 1. */
  receive(file: File, onProgress: (share: number) => void): Promise<GrantedFile>
  /** Gives the user a file that Switchyard wrote; false when they cancel. */
  save(result: FileResult): Promise<boolean>
  /** Gives the user a file that the page made, such as a picture of the map; false when they cancel. */
  saveMade(file: File): Promise<boolean>
}
