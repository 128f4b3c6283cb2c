import type { Ranking } from '../../../shared/domain/ranking/ranking.ts'
import { markerCrowding, markerRadiusPx } from '../../../shared/map/marker-size.ts'
import type { SitePoints } from './site-points.ts'

/** The sites that the map shows, and how they rank. */
export interface MarkerScene {
  readonly points: SitePoints
  readonly ranking: Ranking
  /** 1 = shown, per row; null = all. */
  readonly visible: Uint8Array | null
}

/** Radius of a row's marker in CSS pixels. */
export function sceneRadiusPx(scene: MarkerScene, row: number, zoom: number): number {
  return markerRadiusPx(scene.ranking.mw[row] ?? Number.NaN, zoom, markerCrowding(scene.points.count))
}

export function isShown(scene: MarkerScene, row: number): boolean {
  if (row >= scene.points.count || row >= scene.ranking.count) return false
  return (!scene.visible || scene.visible[row] === 1) && !Number.isNaN(scene.points.x[row]! + scene.points.y[row]!)
}
