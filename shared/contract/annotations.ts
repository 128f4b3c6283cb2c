import * as z from 'zod'
import { ANNOTATION_CATEGORY_IDS } from '../domain/annotations/annotation-category.ts'
import type { AnnotationFigure } from '../domain/annotations/annotation-figure.ts'
import { MOST_ANNOTATIONS } from '../domain/annotations/annotation-limits.ts'
import { ANNOTATION_MARKS } from '../domain/annotations/annotation-marks.ts'
import { checkFigure } from '../domain/annotations/check-figure.ts'
import type { ContractDef } from './define.ts'
import { evidenceId } from './evidence.ts'
import { jobStarted } from './job-started.ts'
import { writeResult } from './sites.ts'
import { siteId, timestampMs } from './values.ts'

export const annotationId = z.uuid()
export const annotationGroupId = z.uuid()

const color = z.string().regex(/^#[0-9a-f]{6}$/, 'A colour is written #rrggbb in small letters.')

export const annotationStyle = z.strictObject({
  strokeColor: color,
  strokeWidthPx: z.number().min(0.5).max(20),
  strokeOpacity: z.number().min(0).max(1),
  dash: z.enum(['solid', 'dashed', 'dotted']),
  fillColor: color,
  /** 0 for no fill. */
  fillOpacity: z.number().min(0).max(1),
  textSizePx: z.number().min(6).max(96),
})

/** The photo that an annotation stands for, and which way the camera looked, degrees clockwise from north. */
const photoLink = z.strictObject({ evidenceId, bearingDegrees: z.number().min(0).max(360).nullable() })

/** As the catalog holds it: what comes in is looked at whole by `drawnFigure`. */
const figure = z.custom<AnnotationFigure>((value) => typeof value === 'object' && value !== null)

export const ANNOTATION_PARTS = ['figure', 'siteId', 'groupId', 'label', 'text', 'category', 'style', 'photo'] as const

export type AnnotationPart = (typeof ANNOTATION_PARTS)[number]

/** What somebody drew; the sentence of a refusal says what is wrong with it. */
const drawnFigure = z.custom<AnnotationFigure>().transform((value, context): AnnotationFigure => {
  const check = checkFigure(value)
  if (check.ok) return check.figure
  context.addIssue({ code: 'custom', message: check.reason })
  return z.NEVER
})

/** What an annotation says. Each part is a cell of its own: two people who change different parts both have their way. */
export const annotationParts = {
  figure,
  /** The site that it belongs to; null for the region. */
  siteId: siteId.nullable(),
  /** The drawing layer that it is in; null for none. */
  groupId: annotationGroupId.nullable(),
  label: z.string().max(200, 'A label has at most 200 characters; write more in the text.'),
  text: z.string().max(20_000),
  category: z.enum(ANNOTATION_CATEGORY_IDS),
  style: annotationStyle,
  photo: photoLink.nullable(),
}

const partName = z.enum(ANNOTATION_PARTS)

/** Something drawn on the map. */
export const annotation = z.strictObject({
  annotationId,
  ...annotationParts,
  /** What is odd about it and is drawn all the same. */
  marks: z.array(z.enum(ANNOTATION_MARKS)),
  /** Parts that two people changed without having seen each other's change; writing one of them again settles it. */
  conflicts: z.array(partName),
  author: z.string().max(200),
  createdAt: timestampMs,
  changedBy: z.string().max(200),
  changedAt: timestampMs,
})

/** A named drawing layer. */
export const annotationGroup = z.strictObject({
  groupId: annotationGroupId,
  name: z.string().max(80),
  /** Lower ones are drawn below; not necessarily 0, 1, 2. */
  order: z.number(),
  /** Nothing in it can be drawn, changed or removed. */
  isLocked: z.boolean(),
  isHidden: z.boolean(),
  author: z.string().max(200),
  createdAt: timestampMs,
})

export type Annotation = z.output<typeof annotation>
export type AnnotationStyle = z.output<typeof annotationStyle>
export type AnnotationGroup = z.output<typeof annotationGroup>

const newAnnotation = z.strictObject({
  /** Left out, the catalog gives one. */
  annotationId: annotationId.optional(),
  figure: drawnFigure,
  siteId: annotationParts.siteId.default(null),
  groupId: annotationParts.groupId.default(null),
  label: annotationParts.label.default(''),
  text: annotationParts.text.default(''),
  category: annotationParts.category.default('other'),
  style: annotationStyle.optional(),
  photo: annotationParts.photo.default(null),
})

const changedAnnotation = z.strictObject({
  annotationId,
  figure: drawnFigure.optional(),
  siteId: annotationParts.siteId.optional(),
  groupId: annotationParts.groupId.optional(),
  label: annotationParts.label.optional(),
  text: annotationParts.text.optional(),
  category: annotationParts.category.optional(),
  style: annotationStyle.optional(),
  photo: annotationParts.photo.optional(),
})

export type NewAnnotation = z.output<typeof newAnnotation>
export type AnnotationChange = z.output<typeof changedAnnotation>

const many = { error: `At most ${MOST_ANNOTATIONS.toLocaleString('en-US')} annotations can be written at once.` }

export const annotations = {
  /** Everything drawn, oldest first, with the drawing layers from bottom to top. */
  'annotations.list': {
    kind: 'query',
    input: z.strictObject({
      /** Only those of a site. */
      siteId: siteId.optional(),
      /** Only those that touch a box of degrees. */
      box: z
        .strictObject({
          west: z.number().min(-180).max(180),
          south: z.number().min(-90).max(90),
          east: z.number().min(-180).max(180),
          north: z.number().min(-90).max(90),
        })
        .optional(),
      limit: z.int().min(1).max(MOST_ANNOTATIONS).default(MOST_ANNOTATIONS),
    }),
    output: z.strictObject({
      annotations: z.array(annotation),
      groups: z.array(annotationGroup),
      /** How many more there are than one answer holds. */
      leftOut: z.number().int(),
    }),
  },
  /** Makes, changes and removes annotations in one step of undo; only what differs is written. */
  'annotations.write': {
    kind: 'command',
    input: z.strictObject({
      create: z.array(newAnnotation).max(MOST_ANNOTATIONS, many).default([]),
      update: z.array(changedAnnotation).max(MOST_ANNOTATIONS, many).default([]),
      remove: z.array(annotationId).max(MOST_ANNOTATIONS, many).default([]),
      /** What undo and the history call the step: "Rotate access road"; left out, the catalog finds words. */
      stepLabel: z.string().min(1).max(200).optional(),
    }),
    output: z.strictObject({
      ...writeResult.shape,
      /** Of the new ones, in the order given. */
      created: z.array(annotationId),
    }),
  },
  /** What two people made of one annotation without having seen each other's change. */
  'annotations.versions': {
    kind: 'query',
    input: z.strictObject({ annotationId }),
    output: z.array(
      z.strictObject({
        part: partName,
        /** The one that shows comes first; write the wanted one again to settle it. */
        versions: z.array(z.strictObject({ value: z.unknown(), author: z.string(), at: timestampMs })),
      }),
    ),
  },
  /** Makes a drawing layer, or changes what is given of one. */
  'annotations.saveGroup': {
    kind: 'command',
    input: z.strictObject({
      groupId: annotationGroupId.optional(),
      name: z
        .string()
        .trim()
        .min(1, 'A drawing layer needs a name of 1 to 80 characters.')
        .max(80, 'A drawing layer needs a name of 1 to 80 characters.')
        .optional(),
      order: z.number().optional(),
      isLocked: z.boolean().optional(),
      isHidden: z.boolean().optional(),
    }),
    output: z.strictObject({ ...writeResult.shape, groupId: annotationGroupId }),
  },
  /** Removes a drawing layer; what is in it is kept outside of all layers, or goes with it. */
  'annotations.removeGroup': {
    kind: 'command',
    input: z.strictObject({ groupId: annotationGroupId, withAnnotations: z.boolean().default(false) }),
    output: writeResult,
  },
  /** Writes annotations as a file of the map programs. */
  'annotations.export': {
    kind: 'document',
    input: z.strictObject({
      format: z.enum(['geojson', 'kml', 'kmz']),
      profile: z.enum(['internal', 'nda']).default('internal'),
      /** Only those of a site. */
      siteId: siteId.optional(),
    }),
    output: jobStarted,
  },
} as const satisfies ContractDef
