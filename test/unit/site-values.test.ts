import fc from 'fast-check'
import { expect, test } from 'vitest'
import { HOLLOW_MARK, sitePaint } from '../../renderer/src/map/site-paint.ts'
import { GATES } from '../../shared/domain/ranking/ranking.ts'
import { STRATEGIES } from '../../shared/domain/site/strategies.ts'
import { BASEMAP_COLORS } from '../../shared/map/basemap-style.ts'
import { MAP_SCHEMES } from '../../shared/map/map-scheme.ts'
import type { SiteValueSource } from '../../shared/map/sites/read-site-value.ts'
import { siteColors } from '../../shared/map/sites/site-colors.ts'
import { siteLegendRows } from '../../shared/map/sites/site-legend.ts'
import { type ClassedValue, SITE_VALUE_CLASSES, SITE_VALUES } from '../../shared/map/sites/site-value.ts'
import { oklabDistance, type Rgb, simulateVision, VISIONS } from '../support/color-vision.ts'
import { rankedColumns } from '../support/ranked-columns.ts'

const CLASSED = SITE_VALUES.filter((value): value is ClassedValue => value !== 'verdict')

test.each(CLASSED)('the classes of %s follow each other and each has a text', (value) => {
  const { breaks, texts } = SITE_VALUE_CLASSES[value]
  expect(texts.length).toBe(breaks.length + 1)
  expect(new Set(texts).size).toBe(texts.length)
  expect([...breaks].sort((a, b) => a - b)).toEqual(breaks)
})

/** Lightness of OKLab is its distance from black where a colour is grey; a ramp's order is read from it. */
const lightness = ([red, green, blue]: Rgb) => 0.2126 * red + 0.7152 * green + 0.0722 * blue

for (const scheme of MAP_SCHEMES)
  test.each(CLASSED)(
    `the colours of %s on ${scheme} ground are told apart and in order by readers of any colour vision`,
    (value) => {
      const colors = siteColors(value, scheme).map(rgbOf)
      const classes = colors.slice(0, -1)
      const ground = rgbOf(BASEMAP_COLORS[scheme].land)
      for (const vision of VISIONS) {
        const seen = classes.map((color) => simulateVision(color, vision))
        for (const [at, color] of seen.entries()) {
          expect(oklabDistance(color, simulateVision(ground, vision)), `class ${at} on the ground`).toBeGreaterThan(
            0.13,
          )
          for (const [other, against] of seen.entries())
            if (other > at)
              expect(oklabDistance(color, against), `${at} and ${other} under ${vision}`).toBeGreaterThan(0.07)
        }
        const steps = seen.slice(1).map((color, at) => Math.sign(lightness(color) - lightness(seen[at]!)))
        expect(new Set(steps).size, `${vision}: ${steps}`).toBe(1)
      }
    },
  )

test('the better end of a value stands out most from the ground, in each scheme', () => {
  for (const scheme of MAP_SCHEMES)
    for (const value of CLASSED) {
      const rows = siteLegendRows(value, scheme)
      const ground = simulateVision(rgbOf(BASEMAP_COLORS[scheme].land), 'normal')
      const contrast = (at: number) => oklabDistance(simulateVision(rgbOf(rows.at(at)!.color), 'normal'), ground)
      expect(contrast(0)).toBeGreaterThan(contrast(-2))
      expect(rows.at(-1)?.isUnknown).toBe(true)
    }
})

/** One site with the given figures. */
function source(change: (given: ReturnType<typeof rankedColumns>) => void): SiteValueSource {
  const given = rankedColumns([{ name: 'Waco', latitude: 31.5, longitude: -97 }])
  change(given)
  return { ...given, certainty: null, valuationYear: 2026.5 }
}

function meaning(value: ClassedValue, of: SiteValueSource): string {
  const { codes } = sitePaint(value, of)
  return siteLegendRows(value, 'light').find(({ code }) => code === codes[0])!.text
}

test('a site is painted in the class that its figure lies in, bounds belonging to the class above', () => {
  const price = (usd: number) =>
    meaning(
      'price',
      source(({ ranking }) => ranking.powerPriceUsdPerMwh.fill(usd)),
    )
  expect([29.99, 30, 79, 80, Number.NaN].map(price)).toEqual([
    'under $30/MWh',
    '$30 to 40/MWh',
    '$60 to 80/MWh',
    '$80/MWh or more',
    'Price unknown',
  ])
  const rung = (level: number) =>
    meaning(
      'rung',
      source(({ columns }) => columns.numbers.mwRungLevel.fill(level)),
    )
  expect([0, 4, 5].map(rung)).toEqual(['claimed', 'agreement executed', 'energized'])
  expect(
    meaning(
      'certainty',
      source(() => undefined),
    ),
  ).toBe('Not drawn yet')
  expect(meaning('certainty', { ...source(() => undefined), certainty: Float64Array.of(0.61) })).toBe('60 to 75%')
})

test('time to power is nought for energized sites and dates gone by, and unknown where nobody promised one', () => {
  const time = (year: number, energizedMw = Number.NaN) =>
    meaning(
      'time',
      source(({ columns }) => {
        columns.numbers.energizationYear.fill(year)
        columns.numbers.energizedMw.fill(energizedMw)
      }),
    )
  expect(time(2031, 40)).toBe('power now')
  expect(time(2025)).toBe('power now')
  expect(time(2026.75)).toBe('within a year')
  expect(time(2029)).toBe('2 to 3 years')
  expect(time(Number.NaN)).toBe('No date promised')
})

test('gates are counted, and one failed gate puts a bar through the site whatever its colour stands for', () => {
  const of = source(({ ranking }) => ranking.gates.fill(0).set([1, 2, 2]))
  expect(meaning('failed', of)).toBe('1')
  expect(meaning('open', of)).toBe('1 or 2')
  for (const value of SITE_VALUES) expect(sitePaint(value, of).marks[0]! & ~HOLLOW_MARK).toBeGreaterThan(0)
  const passed = source(({ ranking }) => ranking.gates.fill(0))
  expect(passed.ranking.gates.length).toBe(GATES.length)
  expect(sitePaint('verdict', passed).marks[0]! & ~HOLLOW_MARK).toBe(0)
})

test('a use is coloured by its own value and the verdict by the value of the use that it names', () => {
  fc.assert(
    fc.property(fc.constantFrom(...STRATEGIES), fc.double({ min: -5e6, max: 5e6, noNaN: true }), (strategy, usd) => {
      const of = source(({ ranking }) => {
        ranking.npvUsdPerMw[strategy].fill(usd)
        ranking.verdict.fill(STRATEGIES.indexOf(strategy))
      })
      expect(meaning('value', of)).toBe(meaning(strategy, of))
      expect(meaning(strategy, of).includes('−')).toBe(usd < 0)
    }),
  )
  expect(
    meaning(
      'value',
      source(({ ranking }) => ranking.verdict.fill(STRATEGIES.length)),
    ),
  ).toBe('No case yet')
})

function rgbOf(hex: string): Rgb {
  return [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16)) as unknown as Rgb
}
