import { randomUUID } from 'node:crypto'
import { copyFile, rename, rm } from 'node:fs/promises'
import path from 'node:path'
import { BrowserWindow, dialog } from 'electron'
import type { GrantedFile } from '../../shared/contract/app.ts'
import { AppError } from '../../shared/contract/errors.ts'
import type { FileGrants } from '../host/file-grants.ts'

/** Asks for files to read; none when the user cancels. */
export async function pickToOpen(grants: FileGrants): Promise<GrantedFile[]> {
  const options: Electron.OpenDialogOptions = {
    title: 'Choose files',
    buttonLabel: 'Choose',
    properties: ['openFile', 'multiSelections'],
  }
  const window = ownWindow()
  const { canceled, filePaths } = await (window
    ? dialog.showOpenDialog(window, options)
    : dialog.showOpenDialog(options))
  return canceled ? [] : Promise.all(filePaths.map((file) => grants.grantChosen(file)))
}

/**
 * Asks where to save a file that the app made, and copies it there; false when the user cancels. The copy gets its
 * name only once it is whole, so a full disk leaves an older file of that name as it was.
 * @throws AppError disk when it cannot be written there.
 */
export async function saveMade(made: { path: string; name: string }): Promise<boolean> {
  const extension = path.extname(made.name).slice(1)
  const options: Electron.SaveDialogOptions = {
    title: 'Save',
    defaultPath: made.name,
    ...(extension && { filters: [{ name: extension.toUpperCase(), extensions: [extension] }] }),
  }
  const window = ownWindow()
  const { canceled, filePath } = await (window
    ? dialog.showSaveDialog(window, options)
    : dialog.showSaveDialog(options))
  if (canceled || !filePath) return false
  const unfinished = path.join(path.dirname(filePath), `.${randomUUID()}.part`)
  try {
    await copyFile(made.path, unfinished)
    await rename(unfinished, filePath)
    return true
  } catch {
    await rm(unfinished, { force: true }).catch(() => undefined)
    throw new AppError(
      'disk',
      `"${path.basename(filePath)}" could not be saved there; check the folder's permission and free space, or choose another folder.`,
    )
  }
}

/** A dialog belongs to the window it was asked from, so that it cannot be lost behind it. */
function ownWindow(): BrowserWindow | null {
  return BrowserWindow.getFocusedWindow() ?? BrowserWindow.getAllWindows()[0] ?? null
}
