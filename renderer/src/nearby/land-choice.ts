import type { LandOptions, LandRequest, ParcelRef } from '../../../shared/contract/land.ts'

/** What is chosen in the form; keys stand for parcels, drawings and layers. */
export interface LandChoice {
  readonly parcelKey: string
  /** Parcels that belong to the same land. */
  readonly moreKeys: ReadonlySet<string>
  readonly circleAcres: number
  readonly setbackFt: number
  /** Feet of what is left out of the land, by key; what is not in it is built on. */
  readonly buffers: ReadonlyMap<string, number>
}

export const CIRCLE = 'circle'
const CIRCLE_ACRES = 100

export function parcelKey(ref: ParcelRef): string {
  if (ref.kind === 'annotation') return ref.annotationId
  return ref.kind === 'circle' ? CIRCLE : JSON.stringify([ref.dataSet, ref.part, ref.ordinal])
}

export function layerKey({ dataSet, part }: { readonly dataSet: string; readonly part: string }): string {
  return JSON.stringify([dataSet, part])
}

/** As it was measured last, else the parcel that holds the site, with everything known to be in the way left out. */
export function firstChoice({ parcels, drawn, layers, saved }: LandOptions): LandChoice {
  const [ref, ...more] = saved?.request.parcels ?? []
  if (saved && ref) {
    return {
      parcelKey: parcelKey(ref),
      moreKeys: new Set(more.map(parcelKey)),
      circleAcres: ref.kind === 'circle' ? ref.acres : CIRCLE_ACRES,
      setbackFt: saved.request.setbackFt,
      buffers: new Map([
        ...saved.request.drawn.map(({ annotationId, bufferFt }) => [annotationId, bufferFt] as const),
        ...saved.request.layers.map((each) => [layerKey(each), each.bufferFt] as const),
      ]),
    }
  }
  const [first] = parcels
  return {
    parcelKey: first ? parcelKey(first.ref) : CIRCLE,
    moreKeys: new Set(),
    circleAcres: CIRCLE_ACRES,
    setbackFt: 0,
    buffers: new Map([
      ...drawn.map(({ annotationId, bufferFt }) => [annotationId, bufferFt] as const),
      ...layers.map((each) => [layerKey(each), each.bufferFt] as const),
    ]),
  }
}

export function requestOf(options: LandOptions, choice: LandChoice): LandRequest {
  const refs = options.parcels.map(({ ref }) => ref)
  const chosen = refs.find((ref) => parcelKey(ref) === choice.parcelKey)
  const more = refs.filter((ref) => ref !== chosen && choice.moreKeys.has(parcelKey(ref)))
  return {
    parcels: chosen ? [chosen, ...more] : [{ kind: 'circle', acres: choice.circleAcres }],
    setbackFt: choice.setbackFt,
    drawn: options.drawn.flatMap(({ annotationId }) => {
      const bufferFt = choice.buffers.get(annotationId)
      return bufferFt === undefined ? [] : [{ annotationId, bufferFt }]
    }),
    layers: options.layers.flatMap(({ dataSet, part }) => {
      const bufferFt = choice.buffers.get(layerKey({ dataSet, part }))
      return bufferFt === undefined ? [] : [{ dataSet, part, bufferFt }]
    }),
  }
}
