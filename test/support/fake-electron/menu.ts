type Template = Electron.MenuItemConstructorOptions[]

export class FakeMenu {
  application: Template | null = null

  buildFromTemplate(template: Template): Template {
    return structuredCloneButFunctions(template)
  }

  setApplicationMenu(menu: Template | null): void {
    this.application = menu
  }
}

function structuredCloneButFunctions(template: Template): Template {
  return template.map((item) => ({
    ...item,
    ...(Array.isArray(item.submenu) && { submenu: structuredCloneButFunctions(item.submenu) }),
  }))
}
