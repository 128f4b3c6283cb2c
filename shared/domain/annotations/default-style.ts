import type { AnnotationCategory } from './annotation-category.ts'

/** Okabe and Ito's colours, which people of every colour vision tell apart. */
const COLORS: Readonly<Partial<Record<AnnotationCategory, string>>> = {
  access: '#8c5a2b',
  buildable: '#009e73',
  buildingPad: '#56b4e9',
  exclusion: '#d55e00',
  setback: '#e69f00',
  easement: '#cc79a7',
  substation: '#d4a000',
  transmission: '#d4a000',
  fiber: '#7a5cd6',
  gas: '#e69f00',
  water: '#0072b2',
  wetland: '#0072b2',
  flood: '#56b4e9',
  hazard: '#d55e00',
}

/** How an annotation is drawn unless somebody chose a style. */
export function defaultStyle(category: AnnotationCategory) {
  const color = COLORS[category] ?? '#0072b2'
  return {
    strokeColor: color,
    strokeWidthPx: 2.5,
    strokeOpacity: 1,
    dash: 'solid' as 'solid' | 'dashed' | 'dotted',
    fillColor: color,
    fillOpacity: 0.18,
    textSizePx: 14,
  }
}
