import type { Map as LeafletMap } from 'leaflet'
import { useEffect, useRef, useState } from 'react'
import type { MapWindow } from '../../../shared/map/tile-cover.ts'
import type { MarkerScene } from './marker-scene.ts'
import { bestInWindow, type Direction, isInWindow, siteInDirection } from './site-in-direction.ts'

export interface SiteKeyHandlers {
  readonly selectedRow: number | null
  onSelect(row: number | null): void
}

export interface SiteKeys {
  /** The site that the keys are on, or null while the arrows move the map. */
  readonly row: number | null
  /** Said where no site lies the way of the last arrow; empty otherwise. */
  readonly refusal: string
}

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowLeft: 'left',
  ArrowRight: 'right',
  ArrowUp: 'up',
  ArrowDown: 'down',
}

const NOWHERE: SiteKeys = { row: null, refusal: '' }

/**
 * Keys on the map: Enter or S goes to the sites in view, arrows move among them, Enter opens the one they are on, and
 * Escape gives the arrows back to the map.
 */
export function useSiteKeys(map: LeafletMap | null, scene: MarkerScene, handlers: SiteKeyHandlers): SiteKeys {
  const [keys, setKeys] = useState(NOWHERE)
  const latest = useRef({ scene, handlers, keys })
  useEffect(() => {
    latest.current = { scene, handlers, keys }
  })

  useEffect(() => {
    if (!map) return
    const container = map.getContainer()
    const leave = () => setKeys(NOWHERE)
    const press = (key: string): boolean => {
      const { scene: current, handlers: now, keys: at } = latest.current
      const window = windowOf(map)
      // A filter, an undo or a move of the map may have taken the site away meanwhile.
      const row = at.row !== null && isInWindow(current, at.row, window) ? at.row : null
      const direction = DIRECTIONS[key]
      if (row === null) {
        if (key !== 'Enter' && key !== 's' && !(at.row !== null && direction)) return false
        const selected = now.selectedRow
        const first =
          selected !== null && isInWindow(current, selected, window) ? selected : bestInWindow(current, window)
        setKeys({ row: first, refusal: first === null ? 'No site is in view.' : '' })
        return true
      }
      if (key === 'Enter') now.onSelect(row)
      else if (key === 'Escape') leave()
      else if (direction) {
        const next = siteInDirection(current, row, direction, window)
        setKeys(next === null ? { row, refusal: REFUSALS[direction] } : { row: next, refusal: '' })
      } else return false
      return true
    }
    const keydown = (event: KeyboardEvent) => {
      if (event.target !== container || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
      // The desk to draw on takes the keys while it is open.
      if (container.dataset['drawing'] !== undefined || !press(event.key)) return
      event.preventDefault()
      // Leaflet hears of keys at the document and would move the map as well.
      event.stopPropagation()
    }
    container.addEventListener('keydown', keydown)
    container.addEventListener('blur', leave)
    return () => {
      container.removeEventListener('keydown', keydown)
      container.removeEventListener('blur', leave)
    }
  }, [map])

  return keys
}

const REFUSALS: Readonly<Record<Direction, string>> = {
  left: 'No site in view further west.',
  right: 'No site in view further east.',
  up: 'No site in view further north.',
  down: 'No site in view further south.',
}

function windowOf(map: LeafletMap): MapWindow {
  const { min, max } = map.getPixelBounds()
  const { x: width, y: height } = max!.subtract(min!)
  return { zoom: map.getZoom(), left: min!.x, top: min!.y, width, height }
}
