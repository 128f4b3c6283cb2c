import { useEffect } from 'react'
import { toggleLayers } from '../layers/layers-shortcut.ts'
import { useAppStore } from '../stores/use-app.ts'
import { focusSearch } from './focus-search.ts'

/** Undo, redo, search and the map's layers from anywhere. Inside a text field undo and redo are the field's own. */
export function useShortcuts(): void {
  const store = useAppStore()
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent): void => {
      const key = event.key.toLowerCase()
      const isCommand = event.ctrlKey || event.metaKey
      if (isCommand && !event.altKey && key === 'k') {
        event.preventDefault()
        focusSearch()
        return
      }
      if (isCommand && !event.altKey && !event.shiftKey && key === 'g') {
        event.preventDefault()
        store.getState().setJumpOpen(true)
        return
      }
      if (isTextField(event.target) || document.querySelector('[role="dialog"][aria-modal="true"]') !== null) return
      if (key === '/' && !isCommand && !event.altKey) {
        event.preventDefault()
        focusSearch()
      } else if (event.shiftKey && !isCommand && !event.altKey && key === 'l') {
        event.preventDefault()
        toggleLayers()
      } else if (isCommand && key === 'z') {
        event.preventDefault()
        void (event.shiftKey ? store.getState().redo() : store.getState().undo())
      } else if (isCommand && key === 'y') {
        event.preventDefault()
        void store.getState().redo()
      }
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [store])
}

function isTextField(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !['range', 'checkbox', 'radio', 'button'].includes(target.type)
  return target instanceof HTMLTextAreaElement || (target instanceof HTMLElement && target.isContentEditable)
}
