import { IconFocusCentered, IconTable, IconX } from '@tabler/icons-react'
import { type Map as LeafletMap, latLng } from 'leaflet'
import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'
import type { LayerFeatureDetail } from '../../../shared/contract/layers.ts'
import { useApp, useAppStore } from '../stores/use-app.ts'
import { IconButton } from '../ui/icon-button.tsx'
import type { MapSectionProps } from './layers-section.tsx'
import { zoomToBox } from './zoom-to-box.ts'

/** Between the card and the place it speaks of, and between it and the map's edges, CSS pixels. */
const GAP_PX = 12

/** What is known of the feature that was clicked on the map, beside where it was clicked. */
export function FeatureCard({ map }: MapSectionProps) {
  const store = useAppStore()
  const chosen = useApp((state) => state.chosenFeature)
  const layerName = useApp((state) => state.layers.find(({ layerId }) => layerId === chosen?.layerId)?.name)
  const chooseFeature = useApp((state) => state.chooseFeature)
  const openLayerTable = useApp((state) => state.openLayerTable)
  const [detail, setDetail] = useState<LayerFeatureDetail | null>(null)
  const card = useRef<HTMLElement>(null)

  useEffect(() => {
    setDetail(null)
    if (!chosen?.at) return
    let isCurrent = true
    const { readLayerFeature, report } = store.getState()
    readLayerFeature(chosen.layerId, chosen.featureId).then(
      (read) => isCurrent && setDetail(read),
      (error: unknown) => isCurrent && report(error),
    )
    return () => {
      isCurrent = false
    }
  }, [store, chosen])
  usePlace(map, card.current, detail === null ? null : (chosen?.at ?? null))

  if (!chosen?.at || !detail) return <section ref={card} hidden aria-label="Feature" />
  const { name, attributes, box, crossesItself } = detail
  const close = () => {
    chooseFeature(null)
    map.getContainer().focus()
  }
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return
    event.stopPropagation()
    close()
  }
  return (
    <section ref={card} className="feature-card" aria-label="Feature" onKeyDown={onKeyDown}>
      <header className="feature-card__head">
        <div className="feature-card__text">
          <h3 className="feature-card__name">{name ?? 'Feature without a name'}</h3>
          <div className="feature-card__layer">{layerName}</div>
        </div>
        {box ? (
          <IconButton label="Zoom to the feature" onClick={() => zoomToBox(map, box)}>
            <IconFocusCentered size={16} stroke={1.7} />
          </IconButton>
        ) : null}
        <IconButton label="Show in the attribute table" onClick={() => openLayerTable(chosen.layerId)}>
          <IconTable size={16} stroke={1.7} />
        </IconButton>
        <IconButton label="Close the feature" onClick={close}>
          <IconX size={16} stroke={1.7} />
        </IconButton>
      </header>
      {crossesItself ? (
        <p className="feature-card__mark">Its outline crosses itself; the area may be drawn wrong.</p>
      ) : null}
      <dl className="feature-card__attributes">
        {Object.entries(attributes).map(([attribute, value]) => (
          <div key={attribute}>
            <dt>{attribute}</dt>
            <dd>{value === null || value === '' ? <span className="muted">none</span> : String(value)}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** Keeps an element beside a place while the map moves, on whichever side there is room. */
function usePlace(
  map: LeafletMap,
  element: HTMLElement | null,
  at: { readonly latitude: number; readonly longitude: number } | null,
): void {
  useLayoutEffect(() => {
    if (!element || !at) return
    const place = () => {
      const point = map.latLngToContainerPoint(latLng(at.latitude, at.longitude))
      const size = map.getSize()
      const { offsetWidth: width, offsetHeight: height } = element
      const right = point.x + GAP_PX
      const left = right + width + GAP_PX <= size.x ? right : point.x - GAP_PX - width
      const within = (value: number, most: number) => Math.max(GAP_PX, Math.min(most - GAP_PX, value))
      element.style.left = `${within(left, size.x - width)}px`
      element.style.top = `${within(point.y - height / 3, size.y - height)}px`
    }
    place()
    map.on('move zoom resize viewreset', place)
    return () => {
      map.off('move zoom resize viewreset', place)
    }
  }, [map, element, at])
}
