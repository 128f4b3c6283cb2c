export type Rgb = readonly [red: number, green: number, blue: number]

export const VISIONS = ['normal', 'protanopia', 'deuteranopia', 'tritanopia'] as const

/** Machado, Oliveira and Fernandes (2009), severity 1, on linear RGB, row by row. */
const MATRICES: Readonly<Record<(typeof VISIONS)[number], readonly number[]>> = {
  normal: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998],
  deuteranopia: [0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881],
  tritanopia: [1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039],
}

/** What a reader of the given vision sees of an sRGB colour (0 to 255), as linear RGB (0 to 1). */
export function simulateVision(color: Rgb, vision: (typeof VISIONS)[number]): Rgb {
  const linear = color.map((value) => {
    const part = value / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  const matrix = MATRICES[vision]
  return [0, 3, 6].map((row) => linear.reduce((sum, value, at) => sum + matrix[row + at]! * value, 0)) as unknown as Rgb
}

/** Distance of two linear RGB colours in OKLab (Ottosson 2020). */
export function oklabDistance(a: Rgb, b: Rgb): number {
  const [one, other] = [oklab(a), oklab(b)]
  return Math.hypot(...one.map((value, at) => value - other[at]!))
}

function oklab([red, green, blue]: Rgb): number[] {
  const root = (value: number) => Math.cbrt(Math.max(0, value))
  const l = root(0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue)
  const m = root(0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue)
  const s = root(0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue)
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ]
}
