/** Puts the keyboard into the list of sites. */
export function focusList(): void {
  document.querySelector<HTMLElement>('#site-list')?.focus()
}
