import { useApp } from '../stores/use-app.ts'

/** Opens the dialog that makes a picture of the map. */
export function SnapshotButton() {
  const setOpen = useApp((state) => state.setSnapshotOpen)
  return (
    <button
      type="button"
      aria-label="Picture of the map"
      title="Picture of the map: copy, PNG or SVG"
      onClick={() => setOpen(true)}
    >
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <path d="M2 5.500h2.500L6 3.500h4l1.500 2H14v7H2z" />
        <circle cx="8" cy="8.800" r="2.300" />
      </svg>
    </button>
  )
}
