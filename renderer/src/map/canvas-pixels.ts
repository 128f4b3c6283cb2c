/** Pixels of the canvas for each CSS pixel; past 3 the eye gains nothing and the canvas gets slow. */
export function canvasPixelRatio(): number {
  return Math.min(3, Math.max(1, window.devicePixelRatio || 1))
}
