import type { Map as LeafletMap } from 'leaflet'
import { useEffect, useState } from 'react'
import { useApp } from '../stores/use-app.ts'
import type { ListedLayer } from './listed-layer.ts'

export interface LayerMarksProps extends ListedLayer {
  readonly map: LeafletMap
  readonly isShown: boolean
}

/** What a user must know about a layer: what of it has no place, crosses itself, is not drawn, or could not be read. */
export function LayerMarks({ map, layer, isShown }: LayerMarksProps) {
  const problem = useApp((state) => state.layerProblems[layer.layerId])
  const retryLayers = useApp((state) => state.retryLayers)
  const zoom = useZoom(map)
  const { look, misplaced, crossing } = layer
  const filter = look.filter === null ? null : `Filtered: ${filterText(look.filter)}`
  const notes = [
    filter,
    misplaced === 0
      ? null
      : `${count(misplaced)} no usable place: none given, at 0, 0 or too near a pole. The rest is drawn.`,
    crossing === 0 ? null : `${count(crossing)} an outline that crosses itself; areas in it may be drawn wrong.`,
    isShown && zoom < look.minZoom ? `Drawn from zoom ${look.minZoom}; the map is at ${zoom}.` : null,
  ].filter((note) => note !== null)
  if (notes.length === 0 && problem === undefined) return null
  return (
    <div className="layer-marks">
      {notes.map((note) => (
        <p key={note}>{note}</p>
      ))}
      {isShown && problem !== undefined ? (
        <p className="layer-marks__problem" role="alert">
          <span>{problem}</span>{' '}
          <button type="button" onClick={retryLayers}>
            Retry
          </button>
        </p>
      ) : null}
    </div>
  )
}

function count(features: number): string {
  return features === 1 ? '1 feature has' : `${features.toLocaleString('en-US')} features have`
}

function filterText(filter: NonNullable<ListedLayer['layer']['look']['filter']>): string {
  if (filter.op !== 'between') return `${filter.attribute} ${filter.op} "${filter.text}"`
  const { attribute, least, most } = filter
  if (least !== null && most !== null) return `${attribute} from ${least} to ${most}`
  if (least !== null) return `${attribute} from ${least}`
  return most === null ? `${attribute} is a number` : `${attribute} up to ${most}`
}

function useZoom(map: LeafletMap): number {
  const [zoom, setZoom] = useState(map.getZoom())
  useEffect(() => {
    const update = () => setZoom(map.getZoom())
    map.on('zoomend', update)
    return () => {
      map.off('zoomend', update)
    }
  }, [map])
  return zoom
}
