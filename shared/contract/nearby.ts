import * as z from 'zod'
import { LAYER_ROLES } from '../domain/nearby/layer-role.ts'
import { FILLABLE_TARGETS, NEARBY_TARGETS } from '../domain/nearby/nearby-target.ts'
import { VOLTAGE_CLASSES } from '../domain/nearby/voltage.ts'
import type { ContractDef } from './define.ts'
import { writeResult } from './sites.ts'
import { position, siteFieldKey, siteId, siteValue, timestampMs } from './values.ts'

const layerRole = z.enum(LAYER_ROLES)

/** A layer inside an imported file, and what its features are to a site. */
export const layerPart = z.strictObject({
  layerId: z.int().min(1),
  /** The file's name. */
  name: z.string(),
  part: z.string(),
  features: z.number().int(),
  role: layerRole,
  /** What the program takes it for by itself, and one phrase why. */
  guess: layerRole,
  reason: z.string(),
  /** Who said that it is something else; null where the guess holds. */
  chosenBy: z.string().nullable(),
  /** The attribute that says the voltage of a feature. */
  voltageColumn: z.string().nullable(),
})

/** What vouches for a distance. */
export const nearbySource = z.strictObject({
  kind: z.enum(['layer', 'plants', 'site', 'basemap']),
  /** The file, the table or the map: "HIFLD substations.geojson". */
  title: z.string(),
  part: z.string().nullable(),
  featureId: z.number().int().nullable(),
  siteId: siteId.nullable(),
  /** ISO date of the edition, possibly only year and month. */
  asOf: z.string().nullable(),
  importedAt: timestampMs.nullable(),
})

/** The nearest of its kind. Distances are miles on the WGS 84 ellipsoid, to the nearest point of a line or an area. */
export const nearbyFigure = z.strictObject({
  target: z.enum(NEARBY_TARGETS),
  /** Null for the nearest of any voltage. */
  voltageClass: z.enum(VOLTAGE_CLASSES).nullable(),
  name: z.string().nullable(),
  /** "138 kV", "AE", "245 MW". */
  detail: z.string().nullable(),
  miles: z.number(),
  /** `miles` times the route factor; the same as `miles` where nobody builds a line to it. */
  routeMiles: z.number(),
  /** Degrees clockwise from true north at the site; null inside. */
  bearingDegrees: z.number().nullable(),
  isInside: z.boolean(),
  place: position,
  source: nearbySource,
  /** The field that the figure can fill, and with what along a straight line. */
  fills: z.strictObject({ field: siteFieldKey, value: siteValue }).nullable(),
})

export const nearbyOfSite = z.strictObject({
  siteId,
  /** Null where nobody knows it; nothing is measured then. */
  position: position.nullable(),
  /** `town` or `county` where the position is no better: distances are then no better either. */
  precision: z.string().nullable(),
  radiusMi: z.number(),
  routeFactor: z.number(),
  figures: z.array(nearbyFigure),
  /** Nothing of the kind within the radius. */
  notWithin: z.array(z.enum(NEARBY_TARGETS)),
  /** No layer or table of the kind in the catalog. */
  withoutSource: z.array(z.enum(NEARBY_TARGETS)),
})

const reach = {
  /** Miles around a site in which is looked. */
  radiusMi: z.number().min(0.1).max(500),
  /** Length of a route over that of the straight line. */
  routeFactor: z.number().min(1).max(5),
}

export const fillReport = z.strictObject({
  label: z.string(),
  /** Null for a dry run. */
  revision: z.number().int().nullable(),
  sites: z.number().int(),
  filled: z.number().int(),
  /** Have a figure already; it stays. */
  known: z.number().int(),
  /** Energized already, or with fiber at hand: the ranking asks for no distance. */
  connected: z.number().int(),
  withoutPosition: z.number().int(),
  /** Placed at their town or county, from which nobody should measure. */
  imprecise: z.number().int(),
  notWithin: z.number().int(),
  examples: z.array(z.strictObject({ siteId, name: z.string(), value: z.number(), source: z.string() })).max(20),
})

export type LayerPart = z.output<typeof layerPart>
export type NearbySource = z.output<typeof nearbySource>
export type NearbyFigure = z.output<typeof nearbyFigure>
export type NearbyOfSite = z.output<typeof nearbyOfSite>
export type FillReport = z.output<typeof fillReport>

export const nearby = {
  'nearby.ofSite': {
    kind: 'query',
    input: z.strictObject({
      siteId,
      radiusMi: reach.radiusMi.default(100),
      routeFactor: reach.routeFactor.default(1.25),
    }),
    output: nearbyOfSite,
  },
  /** The layers inside all imported map files with what they are. */
  'nearby.roles': { kind: 'query', input: z.strictObject({}), output: z.array(layerPart) },
  /** Says what a layer is; null takes it back to what the program makes of it. */
  'nearby.setRole': {
    kind: 'command',
    input: z.strictObject({ layerId: z.int().min(1), part: z.string(), role: layerRole.nullable() }),
    output: writeResult,
  },
  /** Gives every site that has no such distance the measured one, in one step of undo. */
  'nearby.fill': {
    kind: 'command',
    input: z.strictObject({
      target: z.enum(FILLABLE_TARGETS),
      ...reach,
      /** What goes into the field: the straight line, or that times the route factor. */
      basis: z.enum(['straight', 'route']).default('straight'),
      dryRun: z.boolean().default(false),
    }),
    output: fillReport,
  },
} as const satisfies ContractDef
