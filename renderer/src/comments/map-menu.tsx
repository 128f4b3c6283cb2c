import type { LatLng, Map as LeafletMap } from 'leaflet'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { FloatingBox } from './floating-box.tsx'

export interface MapMenuItem {
  readonly label: string
  act(): void
}

export interface MapMenuProps {
  readonly map: LeafletMap
  readonly place: LatLng
  readonly items: readonly MapMenuItem[]
  onClose(): void
}

/** What can be done at a place of the map: opened by the right button or a long press, arrows move, Esc closes. */
export function MapMenu({ map, place, items, onClose }: MapMenuProps) {
  const list = useRef<HTMLDivElement>(null)
  const { lat, lng } = place

  useEffect(() => {
    list.current?.querySelector('button')?.focus()
  }, [])

  useEffect(() => {
    map.on('mousedown dragstart zoomstart', onClose)
    return () => {
      map.off('mousedown dragstart zoomstart', onClose)
    }
  }, [map, onClose])

  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (event.key === 'Tab') onClose()
    if (event.key === 'Escape') {
      event.stopPropagation()
      onClose()
      map.getContainer().focus()
    }
    if (step === undefined) return
    event.preventDefault()
    event.stopPropagation()
    const buttons = [...(list.current?.querySelectorAll('button') ?? [])]
    const at = buttons.indexOf(document.activeElement as HTMLButtonElement)
    buttons[(at + step + buttons.length) % buttons.length]?.focus()
  }

  return (
    <FloatingBox map={map} latitude={lat} longitude={lng} className="map-menu" gapPx={2}>
      <div ref={list} role="menu" aria-label="At this place" tabIndex={-1} onKeyDown={onKeyDown}>
        {items.map(({ label, act }) => (
          <button
            key={label}
            type="button"
            role="menuitem"
            className="map-menu__item"
            onClick={() => {
              onClose()
              act()
            }}
          >
            {label}
          </button>
        ))}
      </div>
    </FloatingBox>
  )
}
