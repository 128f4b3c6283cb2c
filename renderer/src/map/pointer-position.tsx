import type { Map as LeafletMap, LeafletMouseEvent } from 'leaflet'
import { type JSX, useEffect, useRef } from 'react'
import {
  COORDINATE_FORMAT_LABELS,
  COORDINATE_FORMATS,
  type CoordinateFormat,
  formatCoordinates,
} from '../../../shared/map/coordinates/format-coordinates.ts'

export interface PointerPositionProps {
  readonly map: LeafletMap
  readonly format: CoordinateFormat
  onFormat(format: CoordinateFormat): void
  /** Puts the text on the clipboard and says so. */
  onCopy(text: string): void
}

/**
 * Coordinates under the pointer, and of the map's middle while it is elsewhere. A click writes them the next way; C
 * copies them while the map has the focus.
 */
export function PointerPosition({ map, format, onFormat, onCopy }: PointerPositionProps): JSX.Element {
  const text = useRef<HTMLSpanElement>(null)
  const latest = useRef(onCopy)
  useEffect(() => {
    latest.current = onCopy
  })

  useEffect(() => {
    let pointed: { lat: number; lng: number } | null = null
    // Written straight into the element: a render for each movement of the pointer would cost more than the map.
    const show = () => {
      const { lat, lng } = (pointed ? map.wrapLatLng(pointed) : map.getCenter().wrap()) as { lat: number; lng: number }
      if (!text.current) return
      text.current.textContent = formatCoordinates({ latitude: lat, longitude: lng }, format)
      text.current.dataset['of'] = pointed ? 'pointer' : 'middle'
    }
    const move = ({ latlng }: LeafletMouseEvent) => {
      pointed = latlng
      show()
    }
    const leave = () => {
      pointed = null
      show()
    }
    const copy = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'c' || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
      if (event.target !== map.getContainer()) return
      event.preventDefault()
      latest.current(text.current?.textContent ?? '')
    }
    const container = map.getContainer()
    show()
    map.on('mousemove', move)
    map.on('mouseout', leave)
    map.on('moveend', show)
    container.addEventListener('keydown', copy)
    return () => {
      map.off('mousemove', move)
      map.off('mouseout', leave)
      map.off('moveend', show)
      container.removeEventListener('keydown', copy)
    }
  }, [map, format])

  const next = COORDINATE_FORMATS[(COORDINATE_FORMATS.indexOf(format) + 1) % COORDINATE_FORMATS.length]!
  return (
    <div className="map-position">
      <button
        type="button"
        className="map-position__text"
        title={`${COORDINATE_FORMAT_LABELS[format]}; click for ${COORDINATE_FORMAT_LABELS[next]}`}
        onClick={() => onFormat(next)}
      >
        <span ref={text} />
        <span className="visually-hidden">
          {`, coordinates in ${COORDINATE_FORMAT_LABELS[format]}; write them in ${COORDINATE_FORMAT_LABELS[next]}`}
        </span>
      </button>
      <button
        type="button"
        className="map-position__copy"
        title="Copy these coordinates (C copies those under the pointer)"
        aria-label="Copy the coordinates"
        onClick={() => onCopy(text.current?.textContent ?? '')}
      >
        <svg viewBox="0 0 16 16" aria-hidden="true">
          <path d="M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z" />
        </svg>
      </button>
    </div>
  )
}
