import { AppError } from '../../../shared/contract/errors.ts'
import type { FillReport, NearbyFigure } from '../../../shared/contract/nearby.ts'
import { FILLABLE_TARGETS, NEARBY_TARGET_DEFS } from '../../../shared/domain/nearby/nearby-target.ts'
import { VOLTAGE_CLASS_LABELS } from '../../../shared/domain/nearby/voltage.ts'
import { ASSUMPTIONS } from '../../../shared/domain/scenario/assumption-defs.ts'
import { formatBearing } from '../../../shared/map/geodesy/format-measure.ts'
import type { Command, CommandContext, CommandResult, OptionValues } from '../command.ts'
import { textTable } from '../text-table.ts'
import { UsageError } from '../usage-error.ts'

const FIELDS = FILLABLE_TARGETS.map((target) => NEARBY_TARGET_DEFS[target].field)

/** Distances from a site to the nearest substation, line, plant and the like; and filled in for all sites without one. */
export const nearby: Command = {
  name: 'nearby',
  summary: 'distances to the nearest substation, line, plant, fiber, water, town',
  positional: { name: 'SITE', help: 'the id of a site; or --all with --fill', unless: 'all' },
  options: {
    all: { type: 'boolean', help: 'all sites, with --fill' },
    fill: {
      type: 'string',
      value: 'FIELD',
      help: `with --all: give sites without one the measured ${FIELDS.join(' or ')}`,
    },
    route: { type: 'boolean', help: 'with --fill: the straight line times the route factor' },
    'dry-run': { type: 'boolean', help: 'with --fill: only count' },
    radius: {
      type: 'string',
      value: 'MI',
      help: `how far is looked; ${ASSUMPTIONS.nearbyRadiusMi.default} without it`,
    },
    'route-factor': {
      type: 'string',
      value: 'X',
      help: `length of a route against the straight line; ${ASSUMPTIONS.routeFactor.default} without it`,
    },
  },
  notes: [
    'Layers come in with "switchyard import"; what each is taken for shows in the site panel, where it can be changed.',
  ],
  run(context) {
    const { options, files } = context
    const { all, fill } = options
    if (all === true || fill !== undefined) {
      if (all !== true || fill === undefined || files.length > 0)
        throw new UsageError(`Filling in needs --all and --fill ${FIELDS.join(' or --fill ')}, and no site.`)
      return fillIn(context, String(fill))
    }
    const [siteId] = files
    if (siteId === undefined || files.length > 1)
      throw new UsageError('Name one site by its id: "switchyard nearby SITE".')
    return showNear(context, siteId)
  },
}

async function showNear(context: CommandContext, siteId: string): Promise<CommandResult> {
  const { client } = await context.open()
  const near = await client['nearby.ofSite']({ siteId, ...reachOf(context.options) })
  if (near.position === null)
    throw new AppError(
      'bad_input',
      `The position of ${siteId} is unknown; set it with "switchyard set --field position".`,
    )
  const table = textTable(
    [
      { heading: 'Nearest' },
      { heading: 'Miles', align: 'right' },
      { heading: 'Bearing' },
      { heading: 'What' },
      { heading: 'Source' },
    ],
    near.figures.map((figure) => [
      labelOf(figure),
      figure.isInside ? 'inside' : figure.miles.toFixed(2),
      figure.bearingDegrees === null ? '' : formatBearing(figure.bearingDegrees),
      [figure.name, figure.detail].filter((part) => part !== null).join(', '),
      figure.source.title,
    ]),
  )
  return {
    json: {
      site_id: siteId,
      latitude: near.position.latitude,
      longitude: near.position.longitude,
      precision: near.precision,
      radius_mi: near.radiusMi,
      route_factor: near.routeFactor,
      nearest: near.figures.map(figureJson),
      not_within: near.notWithin,
      without_source: near.withoutSource,
    },
    text: table,
  }
}

async function fillIn(context: CommandContext, fieldName: string): Promise<CommandResult> {
  const target = FILLABLE_TARGETS.find((each) => each === fieldName || NEARBY_TARGET_DEFS[each].field === fieldName)
  if (target === undefined) throw new UsageError(`"${fieldName}" is not measured; choose ${FIELDS.join(' or ')}.`)
  const { options } = context
  const dryRun = options['dry-run'] === true
  const { client } = await context.open()
  const basis = options['route'] === true ? 'route' : 'straight'
  const report = await client['nearby.fill']({ target, basis, dryRun, ...reachOf(options) })
  return { json: fillJson(report, dryRun), text: fillText(report, dryRun) }
}

function reachOf(options: OptionValues) {
  const read = (name: string, fallback: number, min: number, max: number) => {
    const text = options[name]
    const value = text === undefined ? fallback : Number(text)
    if (!(value >= min && value <= max))
      throw new UsageError(`--${name} must be a number from ${min} to ${max}, not "${String(text)}".`)
    return value
  }
  return {
    radiusMi: read('radius', ASSUMPTIONS.nearbyRadiusMi.default, 0.1, 500),
    routeFactor: read('route-factor', ASSUMPTIONS.routeFactor.default, 1, 5),
  }
}

function labelOf({ target, voltageClass }: NearbyFigure): string {
  const { label } = NEARBY_TARGET_DEFS[target]
  return voltageClass === null ? label : `  ${VOLTAGE_CLASS_LABELS[voltageClass]}`
}

function figureJson({ target, voltageClass, isInside, miles, routeMiles, bearingDegrees, ...rest }: NearbyFigure) {
  const { name, detail, place, source } = rest
  return {
    kind: target,
    voltage_class: voltageClass,
    name,
    detail,
    miles,
    route_miles: routeMiles,
    bearing_degrees: bearingDegrees,
    is_inside: isInside,
    ...place,
    source: source.title,
    part: source.part,
    as_of: source.asOf,
  }
}

function fillJson(report: FillReport, dryRun: boolean) {
  const { label, sites, filled, known, connected, imprecise, withoutPosition, notWithin, examples } = report
  return {
    dry_run: dryRun,
    label,
    sites,
    filled,
    known,
    connected,
    imprecise,
    without_position: withoutPosition,
    not_within: notWithin,
    examples: examples.map(({ siteId, ...rest }) => ({ site_id: siteId, ...rest })),
  }
}

function fillText(report: FillReport, dryRun: boolean): string {
  const { label, sites, filled, known, connected, imprecise, withoutPosition, notWithin } = report
  const end = dryRun ? 'Nothing was written.' : filled > 0 ? '"switchyard undo" takes it back.' : 'Nothing was to do.'
  return [
    `${label} of ${sites}. ${end}`,
    `  have one already: ${known}`,
    `  connected, so that none is needed: ${connected}`,
    `  placed at their town or county only: ${imprecise}`,
    `  without a position: ${withoutPosition}`,
    `  nothing within reach: ${notWithin}`,
  ].join('\n')
}
