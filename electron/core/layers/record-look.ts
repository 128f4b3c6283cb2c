import { defaultLook, type LayerLook } from '../../../shared/map/layers/layer-look.ts'
import type { RecordLayerName } from '../../../shared/map/layers/record-layers.ts'

/** How a layer of records is drawn until somebody styles it: the more megawatts, the larger and stronger. */
export function recordLook(name: RecordLayerName): LayerLook {
  const plain = { ...defaultLook(0), color: 'slate', strokeWidthPx: 1, pointRadiusPx: 4, opacity: 0.85 } as const
  const graded = { kind: 'graduated', method: 'quantile', sizes: true } as const
  // Round bounds near the quintiles of the queues and of the plants of the United States.
  return name === 'queueByCounty'
    ? { ...plain, by: { ...graded, attribute: 'Open MW', breaks: [100, 300, 800, 2_000], ramp: 'reds' } }
    : { ...plain, by: { ...graded, attribute: 'Operating MW', breaks: [10, 100, 500, 1_000], ramp: 'blues' } }
}
