import type { PathOptions } from 'leaflet'
import type { AnnotationStyle } from '../../../shared/contract/annotations.ts'
import type { AnnotationShape } from '../../../shared/domain/annotations/annotation-shape.ts'

const DASHES: Readonly<Record<AnnotationStyle['dash'], (widthPx: number) => string | undefined>> = {
  solid: () => undefined,
  dashed: (widthPx) => `${widthPx * 3.5} ${widthPx * 2.5}`,
  dotted: (widthPx) => `0.1 ${widthPx * 2.2}`,
}

/** A style as Leaflet's paths know it. A dash pattern that is taken back must be named, or the old one stays. */
export function pathOptions(style: AnnotationStyle, shape: AnnotationShape, isLine: boolean): PathOptions {
  const isPoint = shape === 'point'
  return {
    stroke: true,
    color: style.strokeColor,
    weight: isPoint ? 2 : style.strokeWidthPx,
    opacity: isPoint ? 1 : style.strokeOpacity,
    dashArray: (isPoint ? undefined : DASHES[style.dash](style.strokeWidthPx)) as string,
    lineCap: 'round',
    lineJoin: 'round',
    fill: !isLine,
    fillColor: isPoint ? style.strokeColor : style.fillColor,
    fillOpacity: isPoint ? style.strokeOpacity : style.fillOpacity,
    className: `drawing drawing--${shape}`,
  }
}
