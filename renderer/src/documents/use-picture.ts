import { useEffect, useState } from 'react'
import { PREVIEW_BYTES, type SiteEvidence } from '../../../shared/contract/evidence.ts'
import { useAppStore } from '../stores/use-app.ts'

const SHOWN_BY_BROWSERS = new Set(['image/jpeg', 'image/png', 'image/gif', 'image/webp', 'image/avif'])

/** The address of a photo's bytes within this page; null for what is no photo, too large, or still on its way. */
export function usePicture({ evidenceId, mediaType, byteLength }: SiteEvidence): string | null {
  const store = useAppStore()
  const [address, setAddress] = useState<string | null>(null)
  const isShown = SHOWN_BY_BROWSERS.has(mediaType) && byteLength <= PREVIEW_BYTES
  useEffect(() => {
    if (!isShown) return
    let made: string | null = null
    let isGone = false
    void store
      .getState()
      .readEvidence(evidenceId)
      .then((bytes) => {
        if (bytes === null || isGone) return
        made = URL.createObjectURL(new Blob([bytes], { type: mediaType }))
        setAddress(made)
      })
    return () => {
      isGone = true
      setAddress(null)
      if (made !== null) URL.revokeObjectURL(made)
    }
  }, [store, evidenceId, mediaType, isShown])
  return address
}
