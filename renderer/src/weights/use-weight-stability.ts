import { useEffect, useState } from 'react'
import type { StabilityRequest, WeightStability } from '../../../shared/domain/ranking/weight-stability.ts'

export type StabilityState =
  | { readonly state: 'working' }
  | { readonly state: 'failed' }
  | { readonly state: 'done'; readonly sites: readonly WeightStability[] }

/** Works the request out beside the page; another request, or leaving the page, ends the one before. */
export function useWeightStability(request: StabilityRequest): StabilityState {
  const [answer, setAnswer] = useState<{ request: StabilityRequest; state: StabilityState } | null>(null)
  useEffect(() => {
    const worker = new Worker(new URL('./stability-worker.ts', import.meta.url), { type: 'module' })
    worker.onmessage = ({ data }: MessageEvent<readonly WeightStability[]>) =>
      setAnswer({ request, state: { state: 'done', sites: data } })
    worker.onerror = () => setAnswer({ request, state: { state: 'failed' } })
    worker.postMessage(request)
    return () => worker.terminate()
  }, [request])
  return answer?.request === request ? answer.state : { state: 'working' }
}
