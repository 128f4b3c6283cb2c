/** The drawing context of an overlay's canvas, emptied and scaled to CSS pixels; null where the browser gives none. */
export function clearedContext(canvas: HTMLCanvasElement, pixelRatio: number): CanvasRenderingContext2D | null {
  const context = canvas.getContext('2d')
  if (!context) return null
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.clearRect(0, 0, canvas.width, canvas.height)
  context.setTransform(pixelRatio, 0, 0, pixelRatio, 0, 0)
  return context
}
