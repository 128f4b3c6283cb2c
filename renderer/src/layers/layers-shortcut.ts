/** The button that opens the Layers panel; there is one on a screen. */
export const LAYERS_BUTTON_ID = 'layers-button'

/** Opens or closes the Layers panel and puts the focus on its button; nothing where no map is shown. */
export function toggleLayers(): void {
  const button = document.getElementById(LAYERS_BUTTON_ID)
  button?.click()
  button?.focus()
}
