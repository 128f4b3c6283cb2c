import type { Map as LeafletMap } from 'leaflet'
import { useEffect, useRef, useState } from 'react'
import type { MapScheme } from '../../../shared/map/map-scheme.ts'
import { useAppStore } from '../stores/use-app.ts'
import { pressKey } from './desk-keys.ts'
import { MapDesk } from './map-desk.ts'

/** Draws on the map while it is there; returns what is to be told to those who do not see it. */
export function useMapDesk(map: LeafletMap, scheme: MapScheme): string {
  const store = useAppStore()
  const [told, setTold] = useState('')
  const desk = useRef<MapDesk | null>(null)
  const firstScheme = useRef(scheme)

  useEffect(() => {
    const made = new MapDesk(map, store, firstScheme.current, setTold)
    desk.current = made
    const frame = map.getContainer().closest('.map-view')
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || !store.getState().isDrawingOpen || !isDeskKey(event.target, frame)) return
      if (!pressKey(event, map, made, store)) return
      event.preventDefault()
      event.stopPropagation()
    }
    // Before Leaflet, whose arrow keys would move the map as well.
    document.addEventListener('keydown', onKeyDown, true)
    return () => {
      document.removeEventListener('keydown', onKeyDown, true)
      desk.current = null
      made.remove()
    }
  }, [map, store])

  useEffect(() => {
    firstScheme.current = scheme
    desk.current?.setScheme(scheme)
  }, [scheme])

  return told
}

/** Keys are the desk's while the map, a bar over it, or nothing at all has the focus; what is typed stays typed. */
function isDeskKey(target: EventTarget | null, frame: Element | null): boolean {
  if (document.querySelector('[role="dialog"][aria-modal="true"]') !== null) return false
  if (!(target instanceof HTMLElement)) return false
  if (target.closest('input, textarea, select, [contenteditable="true"], [role="listbox"], [role="menu"]')) return false
  return target === document.body || frame?.contains(target) === true
}
