/**
 * Colours that people of every colour vision tell apart, after Okabe and Ito, darkened or lightened so that each
 * stands out from a light and from a dark ground.
 */
export const ANNOTATION_PALETTE = [
  { color: '#0072b2', name: 'Blue' },
  { color: '#d55e00', name: 'Vermilion' },
  { color: '#009e73', name: 'Green' },
  { color: '#cc79a7', name: 'Pink' },
  { color: '#e69f00', name: 'Orange' },
  { color: '#56b4e9', name: 'Sky' },
  { color: '#7a5cd6', name: 'Violet' },
  { color: '#8c5a2b', name: 'Brown' },
  { color: '#d4a000', name: 'Gold' },
  { color: '#7d8590', name: 'Grey' },
] as const
