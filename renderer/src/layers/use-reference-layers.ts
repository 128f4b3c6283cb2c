import type { LeafletMouseEvent } from 'leaflet'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { Layer } from '../../../shared/contract/layers.ts'
import { isLayerShown, valuesKey } from '../stores/layer-slice.ts'
import { sentenceOf } from '../stores/notice-slice.ts'
import { useApp, useAppStore } from '../stores/use-app.ts'
import type { MapSectionProps } from './layers-section.tsx'
import { type FeatureOnMap, ReferenceDesk, type SeenLayer } from './reference-desk.ts'

/** Says on the map's element that the pointer is on a feature: the cursor shows it, and a click leaves the site chosen. */
const ON_FEATURE = 'map-root--on-feature'
const ON_SITE = 'map-root--on-site'

/** The reference layers on the map, with hover and choice of their features. */
export function useReferenceLayers({ map, scheme }: MapSectionProps): void {
  const store = useAppStore()
  const layers = useApp((state) => state.layers)
  const layerShown = useApp((state) => state.layerShown)
  const layerValues = useApp((state) => state.layerValues)
  const layerRetries = useApp((state) => state.layerRetries)
  const chosen = useApp((state) => state.chosenFeature)
  const [desk, setDesk] = useState<ReferenceDesk | null>(null)
  const [hovered, setHovered] = useState<FeatureOnMap | null>(null)

  useEffect(() => {
    const { readLayerShapes, noteLayerProblem } = store.getState()
    const made = new ReferenceDesk(
      map,
      {
        readShapes: readLayerShapes,
        onAnswer: (layerId, error) => noteLayerProblem(layerId, error === null ? null : sentenceOf(error)),
      },
      getComputedStyle(map.getContainer()).fontFamily,
    )
    setDesk(made)
    return () => {
      setDesk(null)
      made.remove()
    }
  }, [map, store])

  const shown = useMemo(() => layers.filter((layer) => isLayerShown({ layerShown }, layer)), [layers, layerShown])
  // biome-ignore lint/correctness/useExhaustiveDependencies: what could not be read is asked for again by a retry.
  useEffect(() => {
    for (const layer of shown)
      for (const attribute of attributesOf(layer)) void store.getState().readLayerValues(layer, attribute)
  }, [shown, store, layerRetries])
  const seen = useMemo(() => {
    const valuesOf = (layer: Layer, attribute: string | null | undefined) =>
      attribute ? (layerValues[valuesKey(layer, attribute)] ?? null) : null
    return shown.map(
      (layer): SeenLayer => ({
        layer,
        styleValues: valuesOf(layer, layer.look.by?.attribute),
        labelValues: valuesOf(layer, layer.look.labelAttribute),
      }),
    )
  }, [shown, layerValues])

  useEffect(() => desk?.show(seen, scheme), [desk, seen, scheme])
  const retried = useRef(layerRetries)
  useEffect(() => {
    if (retried.current !== layerRetries) desk?.retry()
    retried.current = layerRetries
  }, [desk, layerRetries])
  useEffect(() => desk?.mark({ hovered, selected: chosen }), [desk, hovered, chosen])

  useEffect(() => {
    if (!desk) return
    const container = map.getContainer()
    let frame = 0
    let isOn: FeatureOnMap | null = null
    const hover = (feature: FeatureOnMap | null) => {
      if (feature?.featureId === isOn?.featureId && feature?.layerId === isOn?.layerId) return
      isOn = feature
      container.classList.toggle(ON_FEATURE, feature !== null)
      setHovered(feature)
    }
    const featureAt = ({ latlng, originalEvent }: LeafletMouseEvent) => {
      // Sites, drawings and the desk to draw on come first.
      if (container.classList.contains(ON_SITE) || container.dataset['drawing'] !== undefined) return null
      return isInteractive(originalEvent.target) ? null : desk.hit(latlng)
    }
    const move = (event: LeafletMouseEvent) => {
      cancelAnimationFrame(frame)
      frame = requestAnimationFrame(() => hover(featureAt(event)))
    }
    const leave = () => {
      cancelAnimationFrame(frame)
      hover(null)
    }
    const click = (event: LeafletMouseEvent) => {
      const feature = featureAt(event)
      const { lat, lng } = event.latlng
      store.getState().chooseFeature(feature && { ...feature, at: { latitude: lat, longitude: lng } })
    }
    // A finger comes without having hovered; what else hears the click must know of the feature before.
    const touch = (event: LeafletMouseEvent) => {
      cancelAnimationFrame(frame)
      hover(featureAt(event))
    }
    map.on('mousemove', move)
    map.on('preclick', touch)
    map.on('mouseout dragstart', leave)
    map.on('click', click)
    return () => {
      leave()
      map.off('mousemove', move)
      map.off('preclick', touch)
      map.off('mouseout dragstart', leave)
      map.off('click', click)
    }
  }, [map, desk, store])
}

/** Whether a pointer event began on something of Leaflet's own that can be clicked, such as a drawing. */
function isInteractive(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('.leaflet-interactive') !== null
}

function attributesOf({ look }: Layer): string[] {
  return [look.by?.attribute, look.labelAttribute].filter((attribute) => typeof attribute === 'string')
}
