/** Megawatts at the point of interconnection per critical IT megawatt; it holds redundancy and peaks, so it is not the PUE. */
export function grossToIt(grossMw: number, criticalItMw: number): number {
  return grossMw / criticalItMw
}
