import type { Position } from 'geojson'

/**
 * The positions of a KML coordinates element: "longitude,latitude[,altitude]" apart by blanks. Hand-made files put
 * blanks after the commas, commas between the positions, or a comma for the decimal point; all three are read.
 * @param isPoint the element holds one position.
 */
export function kmlCoordinates(text: string, isPoint = false): Position[] {
  const tuples = text
    .replace(/(?<!\s)\s*,\s*/g, ',')
    .trim()
    .split(/\s+/)
    .filter((tuple) => tuple !== '' && tuple !== ',')
    .map((tuple) => tuple.split(',').filter((part, index, all) => part !== '' || index < all.length - 1))
  const [first, second] = tuples
  // "-97,5 31,25": a point has one position, so these are two numbers with decimal commas.
  if (isPoint && tuples.length === 2 && first && second && [first, second].every(isDecimalPair))
    return [[Number(first.join('.')), Number(second.join('.'))]]
  return tuples.flatMap(positionsOf)
}

function isDecimalPair(parts: readonly string[]): boolean {
  return parts.length === 2 && parts.every((part) => /^-?\d+$/.test(part))
}

function positionsOf(parts: readonly string[]): Position[] {
  if (parts.length <= 3) return [numbers(parts)]
  if (parts.length <= 6 && parts.every((part) => /^[-+]?\d+$/.test(part)))
    return [numbers([`${parts[0]}.${parts[1]}`, `${parts[2]}.${parts[3]}`])]
  const size = parts.length % 3 === 0 ? 3 : 2
  const positions: Position[] = []
  for (let at = 0; at < parts.length; at += size) positions.push(numbers(parts.slice(at, at + size)))
  return positions
}

function numbers(parts: readonly string[]): Position {
  return [toNumber(parts[0]), toNumber(parts[1])]
}

function toNumber(text: string | undefined): number {
  return text === undefined || text === '' ? Number.NaN : Number(text)
}
