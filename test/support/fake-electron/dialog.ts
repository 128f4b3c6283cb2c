type Faked = 'showErrorBox' | 'showMessageBox' | 'showOpenDialog' | 'showSaveDialog'

/** Dialogs that the test answers beforehand; unanswered ones count as cancelled. */
export class FakeDialog implements Pick<Electron.Dialog, Faked> {
  readonly errors: { title: string; content: string }[] = []
  readonly questions: Electron.MessageBoxOptions[] = []
  readonly saves: Electron.SaveDialogOptions[] = []
  messageResponse = 1
  openAnswer: Electron.OpenDialogReturnValue = { canceled: true, filePaths: [] }
  saveAnswer: Electron.SaveDialogReturnValue = { canceled: true, filePath: '' }
  readonly #order: string[]

  constructor(order: string[]) {
    this.#order = order
  }

  showErrorBox(title: string, content: string): void {
    this.#order.push('showErrorBox')
    this.errors.push({ title, content })
  }

  async showMessageBox(
    first: Electron.BaseWindow | Electron.MessageBoxOptions,
    second?: Electron.MessageBoxOptions,
  ): Promise<Electron.MessageBoxReturnValue> {
    this.questions.push(second ?? (first as Electron.MessageBoxOptions))
    return { response: this.messageResponse, checkboxChecked: false }
  }

  async showOpenDialog(): Promise<Electron.OpenDialogReturnValue> {
    return this.openAnswer
  }

  async showSaveDialog(
    first: Electron.BaseWindow | Electron.SaveDialogOptions,
    second?: Electron.SaveDialogOptions,
  ): Promise<Electron.SaveDialogReturnValue> {
    this.saves.push(second ?? (first as Electron.SaveDialogOptions))
    return this.saveAnswer
  }
}
