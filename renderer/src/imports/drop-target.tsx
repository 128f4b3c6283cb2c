import { IconFileImport } from '@tabler/icons-react'
import { useEffect, useState } from 'react'
import { useAppStore } from '../stores/use-app.ts'

/** Takes files that are dropped anywhere on the window; while some are dragged over it, says so. */
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
      const files = [...(event.dataTransfer?.files ?? [])]
      if (files.length > 0) void store.getState().dropImports(files)
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
      Drop files to see what they would change
      <span className="drop__hint">Nothing is imported before you say so.</span>
    </div>
  )
}
