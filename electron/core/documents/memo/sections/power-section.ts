import { type SiteFieldKey, siteField } from '../../../../../shared/domain/site/site-fields.ts'
import { formatMw, formatUsdPerMwh } from '../../../../../shared/format/format-quantity.ts'
import { attributeText } from '../attribute-text.ts'
import type { MemoContent } from '../content.ts'
import { evidenceLadder, evidenceLadderHeight, type LadderFigure } from '../figures/evidence-ladder.ts'
import { shapesBox } from '../figures/figure-box.ts'
import { row, space, stack } from '../layout/box.ts'
import { type Fact, factList } from '../layout/fact-list.ts'
import { heading } from '../layout/heading.ts'
import { type Piece, pieceOf } from '../layout/piece.ts'
import { CONTENT_WIDTH, GUTTER } from '../style.ts'
import { effectiveMwPart } from './effective-mw-part.ts'
import { marketPricePart } from './market-price-part.ts'
import { queuePart } from './queue-part.ts'

const LADDER_FIELDS = ['energizedMw', 'plannedMw', 'queueMw'] as const satisfies readonly SiteFieldKey[]

const GRID_FIELDS: readonly SiteFieldKey[] = [
  'gridOperator',
  'balancingAuthority',
  'utility',
  'gridVoltageKv',
  'substationDistanceMi',
]
const SUPPLY_FIELDS: readonly SiteFieldKey[] = [
  'queueStatus',
  'queueAheadMw',
  'areaYearsToPower',
  'energizationDate',
  'serviceFirmness',
  'nameplateGenerationMw',
  'primaryFuel',
  'retirementYear',
]

/** Who serves the site, how well its megawatts are evidenced, what queues and markets say, and the price; only what is known. */
export function powerSection(content: MemoContent): Piece[] {
  const { faces, known } = content
  const ladder = LADDER_FIELDS.flatMap((field): LadderFigure[] => {
    const attribute = known.get(field)
    return attribute && typeof attribute.value === 'number'
      ? [{ label: siteField(field).label, mw: attribute.value, rung: attribute.rung }]
      : []
  })
  const grid = factsOf(content, GRID_FIELDS)
  const supply = [...factsOf(content, SUPPLY_FIELDS), priceFact(content)]
  const imported = [...queuePart(content), ...marketPricePart(content)]
  if (ladder.length === 0 && grid.length === 0 && supply.length === 1 && imported.length === 0) return []
  const half = (CONTENT_WIDTH - GUTTER) / 2
  const facts = row([factList(faces, grid, half, 92), factList(faces, supply, half, 92)], GUTTER)
  const figure = shapesBox(
    CONTENT_WIDTH,
    evidenceLadderHeight(ladder.length),
    `Megawatts and their evidence: ${ladder.map(({ label, mw, rung }) => `${label} ${formatMw(mw)}, ${rung}`).join('; ')}.`,
    evidenceLadder(ladder, CONTENT_WIDTH),
  )
  return [
    heading(faces, 'Power and price'),
    pieceOf(ladder.length > 0 ? stack([figure, space(7), facts]) : facts, { gapBefore: 4 }),
    ...effectiveMwPart(content),
    ...imported,
  ]
}

function factsOf({ known, sources }: MemoContent, fields: readonly SiteFieldKey[]): Fact[] {
  return fields.flatMap((field) => {
    const attribute = known.get(field)
    return attribute
      ? [{ label: siteField(field).label, value: `${attributeText(attribute)}  [${sources.numberOf(attribute)}]` }]
      : []
  })
}

function priceFact({ explanation, known, sources }: MemoContent): Fact {
  const { usdPerMwh, source, isProxy } = explanation.powerPrice
  const quoted = known.get('powerPriceUsdPerMwh')
  const cited = !isProxy && quoted ? `  [${sources.numberOf(quoted)}]` : ''
  return {
    label: 'Power price, all-in',
    value: `${formatUsdPerMwh(usdPerMwh)}. ${source}${cited}`,
  }
}
