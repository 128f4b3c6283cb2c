import { expect, test } from 'vitest'
import { firstPlaceText } from '../../renderer/src/weights/first-place-text.ts'
import { rankedColumns } from '../support/ranked-columns.ts'

const places = [1, 2, 3].map((each) => ({ name: `Site ${each}`, latitude: 30, longitude: -90 }))

test('a site could still be first only where its best reaches what the leader has for certain', () => {
  const { ranking } = rankedColumns(places)
  const open = { ...ranking, score: Float64Array.of(60, 50, 40), scoreAtBest: Float64Array.of(70, 60, 59.9) }
  expect(firstPlaceText(open, 0)).toBe('First now; others could pass it once their unknowns are known.')
  expect(firstPlaceText(open, 1)).toMatch(/^Could still be first: .* scores 60.0, the leader has 60.0 for certain\.$/)
  expect(firstPlaceText(open, 2)).toMatch(/^Cannot be first: /)
  const settled = { ...open, scoreAtBest: Float64Array.of(60, 50, 40) }
  expect(firstPlaceText(settled, 0)).toMatch(/^First for certain: no other site reaches 60.0/)
})

test('a site alone is first without a rival', () => {
  const { ranking } = rankedColumns(places.slice(0, 1))
  expect(firstPlaceText(ranking, 0)).toBe('The only site of the catalog.')
})
