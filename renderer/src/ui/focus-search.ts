/** Puts the cursor into the search field, with its text selected. */
export function focusSearch(): void {
  const field = document.querySelector<HTMLInputElement>('#site-search')
  field?.focus()
  field?.select()
}
