/**
 * The few drawing calls that the map needs, so that screen and PDF share one drawing code.
 * Fills use the non-zero rule: overlapping land polygons must add up, not cancel out.
 */
export interface PathSink {
  beginPath(): void
  moveTo(x: number, y: number): void
  lineTo(x: number, y: number): void
  closePath(): void
  /** Fills the current path with a CSS hex colour. */
  fill(color: string): void
  /** Strokes the current path. Width and dash lengths are in the sink's own units; an empty dash is a solid line. */
  stroke(color: string, width: number, dash: readonly number[]): void
}
