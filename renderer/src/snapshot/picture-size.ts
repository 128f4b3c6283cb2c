/** How large a picture of the map becomes. */
export const PICTURE_SIZES = ['screen', 'slide', 'letter_landscape', 'letter_portrait'] as const

export type PictureSize = (typeof PICTURE_SIZES)[number]

export const PICTURE_SIZE_LABELS: Readonly<Record<PictureSize, string>> = {
  screen: 'As on the screen',
  slide: 'Slide, 16:9 (13.33 × 7.5 in)',
  letter_landscape: 'Letter, landscape (11 × 8.5 in)',
  letter_portrait: 'Letter, portrait (8.5 × 11 in)',
}

const CSS_PX_PER_INCH = 96

/** Dots of a saved PNG to the inch. */
export const PICTURE_DPI = 300

/** Canvas pixels for each CSS pixel of a saved PNG. */
export const PICTURE_RATIO = PICTURE_DPI / CSS_PX_PER_INCH

const INCHES: Readonly<Record<Exclude<PictureSize, 'screen'>, readonly [width: number, height: number]>> = {
  slide: [40 / 3, 7.5],
  letter_landscape: [11, 8.5],
  letter_portrait: [8.5, 11],
}

/** Size of a picture in CSS pixels. */
export function pictureSizePx(
  size: PictureSize,
  screen: { readonly x: number; readonly y: number },
): { width: number; height: number } {
  if (size === 'screen') return { width: screen.x, height: screen.y }
  const [width, height] = INCHES[size]
  return { width: Math.round(width * CSS_PX_PER_INCH), height: Math.round(height * CSS_PX_PER_INCH) }
}
