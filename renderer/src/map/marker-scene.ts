import type { Ranking } from '../../../shared/domain/ranking/ranking.ts'
import { markerCrowding, markerRadiusPx } from '../../../shared/map/marker-size.ts'
import type { SiteLook } from './site-look.ts'
import type { SitePaint } from './site-paint.ts'
import type { SitePoints } from './site-points.ts'

/** The sites that the map shows, how they rank and how they look. */
export interface MarkerScene {
  readonly points: SitePoints
  readonly ranking: Ranking
  /** 1 = shown, per row; null = all. */
  readonly visible: Uint8Array | null
  readonly paint: SitePaint
  readonly sizeBy: SiteLook['sizeBy']
}

/** The size of all markers where they do not tell megawatts apart. */
const SAME_SIZE_MW = 300

/** Radius of a row's marker in CSS pixels. */
export function sceneRadiusPx(scene: MarkerScene, row: number, zoom: number): number {
  const mw = scene.sizeBy === 'same' ? SAME_SIZE_MW : (scene.ranking.mw[row] ?? Number.NaN)
  return markerRadiusPx(mw, zoom, markerCrowding(scene.points.count))
}

export function isShown(scene: MarkerScene, row: number): boolean {
  if (row >= scene.points.count || row >= scene.ranking.count) return false
  return (!scene.visible || scene.visible[row] === 1) && !Number.isNaN(scene.points.x[row]! + scene.points.y[row]!)
}
