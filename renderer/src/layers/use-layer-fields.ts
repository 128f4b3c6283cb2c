import { useEffect, useState } from 'react'
import type { Layer, LayerField } from '../../../shared/contract/layers.ts'
import { useAppStore } from '../stores/use-app.ts'

const NONE: readonly LayerField[] = []

/** The attributes of a layer; none until they are read. */
export function useLayerFields(layer: Layer): readonly LayerField[] {
  const store = useAppStore()
  const [fields, setFields] = useState(NONE)
  const { layerId, importedAt } = layer
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new edition of the file may bring other attributes.
  useEffect(() => {
    let isCurrent = true
    const { readLayerFields, report } = store.getState()
    readLayerFields(layerId).then(
      (read) => isCurrent && setFields(read),
      (error: unknown) => isCurrent && report(error),
    )
    return () => {
      isCurrent = false
    }
  }, [store, layerId, importedAt])
  return fields
}
