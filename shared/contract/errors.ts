import * as z from 'zod'

export const ERROR_CODES = [
  'bad_input',
  /** A map whose coordinates nothing explains: naming their system helps. */
  'unknown_coordinates',
  'not_found',
  'conflict',
  'busy',
  'cancelled',
  'forbidden',
  'unknown_method',
  'catalog_unusable',
  'disk',
  'internal',
] as const

export type ErrorCode = (typeof ERROR_CODES)[number]

export const wireError = z.strictObject({
  code: z.enum(ERROR_CODES),
  /** One sentence: what happened, to what, and what to do. */
  message: z.string().max(2_000),
})

export type WireError = z.output<typeof wireError>

/** The only two shapes that a call answers with, on every transport. */
export const wireResult = z.discriminatedUnion('ok', [
  z.strictObject({ ok: z.literal(true), value: z.unknown() }),
  z.strictObject({ ok: z.literal(false), error: wireError }),
])

export type WireResult = z.output<typeof wireResult>

/** An error that a user may read as it stands. Anything else that is thrown stays in the log. */
export class AppError extends Error {
  readonly code: ErrorCode

  constructor(code: ErrorCode, message: string) {
    super(message)
    this.name = 'AppError'
    this.code = code
  }
}
