import { DivIcon } from 'leaflet'
import type { Annotation } from '../../../shared/contract/annotations.ts'

const SVG = 'http://www.w3.org/2000/svg'

/** The words of a text, or the camera of a photo with the way it looked. */
export function annotationIcon(annotation: Annotation): DivIcon {
  const isPhoto = annotation.figure.shape === 'photo'
  return new DivIcon({
    className: isPhoto ? 'drawing-photo' : 'drawing-text',
    // An element and no markup, so that nobody's words are ever read as such.
    html: isPhoto ? photoElement(annotation) : textElement(annotation),
    iconSize: isPhoto ? [44, 44] : [0, 0],
  })
}

function textElement({ label, text, style }: Annotation): HTMLElement {
  const element = document.createElement('span')
  element.textContent = label || text.slice(0, 120) || 'Text'
  element.style.color = style.strokeColor
  element.style.fontSize = `${style.textSizePx}px`
  element.style.opacity = String(style.strokeOpacity)
  return element
}

function photoElement({ photo, style }: Annotation): HTMLElement {
  const element = document.createElement('span')
  element.style.color = style.strokeColor
  const svg = document.createElementNS(SVG, 'svg')
  svg.setAttribute('viewBox', '-22 -22 44 44')
  if (photo?.bearingDegrees != null) {
    const cone = document.createElementNS(SVG, 'path')
    cone.setAttribute('d', 'M0 0 L-9 -20 A22 22 0 0 1 9 -20 Z')
    cone.setAttribute('transform', `rotate(${photo.bearingDegrees})`)
    cone.setAttribute('class', 'drawing-photo__view')
    svg.append(cone)
  }
  const disc = document.createElementNS(SVG, 'circle')
  disc.setAttribute('r', '9')
  disc.setAttribute('class', 'drawing-photo__disc')
  const camera = document.createElementNS(SVG, 'path')
  camera.setAttribute(
    'd',
    'M-5 -2.5 H-2.5 L-1.4 -4 H1.4 L2.5 -2.5 H5 V4 H-5 Z M0 -1.2 A2 2 0 1 0 0 2.8 A2 2 0 1 0 0 -1.2',
  )
  camera.setAttribute('class', 'drawing-photo__camera')
  svg.append(disc, camera)
  element.append(svg)
  return element
}
