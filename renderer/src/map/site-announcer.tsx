import type { SiteColumns } from '../../../shared/columns/site-columns.ts'
import { isShown, type MarkerScene } from './marker-scene.ts'
import { siteSentence } from './site-words.ts'
import type { SiteKeys } from './use-site-keys.ts'

export interface SiteAnnouncerProps {
  readonly scene: MarkerScene
  readonly columns: SiteColumns
  readonly keys: SiteKeys
}

/**
 * Tells a screen reader which site the keys are on, which a canvas cannot and a tooltip shows the others; where the keys
 * find no site everybody is told.
 */
export function SiteAnnouncer({ scene, columns, keys }: SiteAnnouncerProps) {
  const { row, refusal } = keys
  const said = row !== null && isShown(scene, row) ? siteSentence(scene, columns, row) : ''
  return (
    <div className={refusal === '' ? 'visually-hidden' : 'map-announcer'} role="status" aria-label="Site on the map">
      {refusal === '' ? said : refusal}
    </div>
  )
}
