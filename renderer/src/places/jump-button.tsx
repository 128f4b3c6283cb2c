import { useApp } from '../stores/use-app.ts'

/** Opens the box that takes coordinates and names of places. */
export function JumpButton() {
  const isOpen = useApp((state) => state.isJumpOpen)
  const setOpen = useApp((state) => state.setJumpOpen)
  return (
    <button
      type="button"
      aria-label="Go to a place or coordinates"
      aria-expanded={isOpen}
      title="Go to a place or coordinates (Ctrl+G)"
      onClick={() => setOpen(!isOpen)}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M8 1.500v3M8 11.500v3M1.500 8h3M11.500 8h3" />
        <circle cx="8" cy="8" r="3.500" />
      </svg>
    </button>
  )
}
