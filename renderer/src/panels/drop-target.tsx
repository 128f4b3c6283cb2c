import { IconFileImport } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useAppStore } from '../stores/use-app.ts'

/** Takes a file that is dropped anywhere on the window; while one is dragged over it, says so. */
export function DropTarget() {
  const store = useAppStore()
  const [isOver, setOver] = useState(false)
  useEffect(() => {
    // Every element entered and left reports itself; the drag has left the window when all of them have been left.
    let depth = 0
    const holdsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false
    const onEnter = (event: DragEvent): void => {
      if (!holdsFiles(event)) return
      depth += 1
      setOver(true)
    }
    const onLeave = (event: DragEvent): void => {
      if (!holdsFiles(event)) return
      depth = Math.max(0, depth - 1)
      if (depth === 0) setOver(false)
    }
    const onOver = (event: DragEvent): void => {
      if (holdsFiles(event)) event.preventDefault()
    }
    const onDrop = (event: DragEvent): void => {
      if (!holdsFiles(event)) return
      event.preventDefault()
      depth = 0
      setOver(false)
      const files = event.dataTransfer?.files
      const [first] = files ?? []
      if (files && files.length > 1)
        store.getState().notify('error', 'Only the first file was taken; drop files one at a time.')
      if (first) void store.getState().dropImport(first)
    }
    window.addEventListener('dragenter', onEnter)
    window.addEventListener('dragleave', onLeave)
    window.addEventListener('dragover', onOver)
    window.addEventListener('drop', onDrop)
    return () => {
      window.removeEventListener('dragenter', onEnter)
      window.removeEventListener('dragleave', onLeave)
      window.removeEventListener('dragover', onOver)
      window.removeEventListener('drop', onDrop)
    }
  }, [store])
  if (!isOver) return null
  return (
    <div className="drop">
      <IconFileImport size={34} stroke={1.4} />
      Drop the file to see what it would change
      <span className="drop__hint">Nothing is imported before you say so.</span>
    </div>
  )
}
