/** Share of the megawatts asked for that came to an agreement; a first estimate of the chance of a request. */
export function realisedShare(requestedMw: number, realisedMw: number): number {
  return realisedMw / requestedMw
}
