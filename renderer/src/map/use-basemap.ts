import { useCallback, useEffect, useState } from 'react'
import { type Basemap, loadBasemap } from './basemap-source.ts'

export type BasemapState =
  | { readonly status: 'loading' }
  | { readonly status: 'ready'; readonly basemap: Basemap }
  | { readonly status: 'failed' }

/** The basemap and a way to try again after a failure. */
export function useBasemap(): [state: BasemapState, retry: () => void] {
  const [state, setState] = useState<BasemapState>({ status: 'loading' })
  const [attempt, setAttempt] = useState(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: a further attempt must load again
  useEffect(() => {
    let unmounted = false
    setState({ status: 'loading' })
    loadBasemap().then(
      (basemap) => {
        if (!unmounted) setState({ status: 'ready', basemap })
      },
      (error: unknown) => {
        if (unmounted) return
        console.warn('The basemap could not be loaded.', error)
        setState({ status: 'failed' })
      },
    )
    return () => {
      unmounted = true
    }
  }, [attempt])

  return [state, useCallback(() => setAttempt((before) => before + 1), [])]
}
