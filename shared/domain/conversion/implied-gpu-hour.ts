/** Price of a GPU-hour behind a contract or a cost, $/h: USD over the GPUs and the hours of them that are sold. */
export function impliedGpuHourUsd(usd: number, gpus: number, hours: number, utilisation = 1): number {
  return usd / (gpus * hours * utilisation)
}
