/** Layers that the program draws from the catalog's own records, beside those that were imported as maps. */
export const RECORD_LAYERS = {
  queueByCounty: { layerId: -1, key: 'records:queue-by-county', name: 'Queue requests by county' },
  plants: { layerId: -2, key: 'records:plants', name: 'Power plants' },
} as const

export type RecordLayerName = keyof typeof RECORD_LAYERS

export function isRecordLayer(layerId: number): boolean {
  return Object.values(RECORD_LAYERS).some((layer) => layer.layerId === layerId)
}
