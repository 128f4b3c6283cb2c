import { AppError } from '../../../shared/contract/errors.ts'
import type { SliceTools } from './app-state.ts'

export interface SnapshotSlice {
  readonly isSnapshotOpen: boolean
  setSnapshotOpen(isSnapshotOpen: boolean): void
  /** Puts a PNG on the clipboard; its bytes may still be in the making, which browsers ask for after a click. */
  copyPicture(png: Promise<Uint8Array<ArrayBuffer>>): Promise<boolean>
  /** Lets the user save a file that the page makes. */
  savePicture(name: string, mediaType: string, content: Promise<Uint8Array<ArrayBuffer> | string>): Promise<boolean>
}

export function snapshotSlice({ set, get, ports }: SliceTools): SnapshotSlice {
  return {
    isSnapshotOpen: false,
    setSnapshotOpen: (isSnapshotOpen) => set({ isSnapshotOpen }),
    async copyPicture(png) {
      try {
        const blob = png.then((bytes) => new Blob([bytes], { type: 'image/png' }))
        await navigator.clipboard.write([new ClipboardItem({ 'image/png': blob })])
        get().notify('done', 'Copied the map as a picture.')
        return true
      } catch (error) {
        console.warn(error)
        get().report(
          new AppError('internal', 'The picture could not be put on the clipboard; save it as a PNG instead.'),
        )
        return false
      }
    },
    async savePicture(name, mediaType, content) {
      try {
        const saved = await ports.files.saveMade(new File([await content], name, { type: mediaType }))
        if (saved) get().notify('done', `Saved ${name}.`)
        return saved
      } catch (error) {
        get().report(error)
        return false
      }
    },
  }
}
