import { type SiteFieldKey, siteField } from './site-fields.ts'

/** WGS84 decimal degrees. Latitude and longitude change together, so they are one value. */
export interface Position {
  readonly latitude: number
  readonly longitude: number
}

/** What a field of a site may hold; null says that the field is known to have no value. */
export type SiteValue = string | number | Position | null

export type ValueCheck = { ok: true; value: SiteValue } | { ok: false; reason: string }

/**
 * Holds a value against its field's type, bounds and options.
 * The reason of a refusal is one phrase that a user can act on, without the field's name.
 */
export function checkSiteValue(key: SiteFieldKey, value: unknown): ValueCheck {
  const field = siteField(key)
  if (value === null) return { ok: true, value: null }
  switch (field.type) {
    case 'number':
      return checkNumber(value, field.min ?? -Infinity, field.max ?? Infinity)
    case 'position':
      return checkPosition(value)
    case 'category':
      if (typeof value !== 'string') return refuse('must be a text')
      if (field.options && !field.options.includes(value))
        return refuse(`"${clip(value)}" is not one of ${field.options.join(', ')}`)
      return checkText(value, field.maxLength ?? 200)
    case 'text':
      return checkText(value, field.maxLength ?? 200)
  }
}

/** Reads what a user typed or a file holds (a text) into the field's value; an empty text becomes null. */
export function parseSiteValue(key: SiteFieldKey, text: string): ValueCheck {
  const trimmed = text.trim()
  if (trimmed === '') return { ok: true, value: null }
  const field = siteField(key)
  if (field.type === 'number') {
    const number = Number(trimmed)
    return Number.isFinite(number) ? checkSiteValue(key, number) : refuse(`"${clip(trimmed)}" is not a number`)
  }
  if (field.type === 'position') {
    const match = /^(-?\d+(?:\.\d+)?)\s*[,;\s]\s*(-?\d+(?:\.\d+)?)$/.exec(trimmed)
    if (!match) return refuse(`"${clip(trimmed)}" is not "latitude, longitude"`)
    return checkPosition({ latitude: Number(match[1]), longitude: Number(match[2]) })
  }
  return checkSiteValue(key, trimmed)
}

function checkNumber(value: unknown, min: number, max: number): ValueCheck {
  if (typeof value !== 'number' || !Number.isFinite(value)) return refuse('must be a number')
  if (value < min || value > max) return refuse(`${value} is outside ${min} to ${max}`)
  return { ok: true, value }
}

function checkText(value: unknown, maxLength: number): ValueCheck {
  if (typeof value !== 'string') return refuse('must be a text')
  if (value.length > maxLength) return refuse(`is longer than ${maxLength} characters`)
  return { ok: true, value }
}

function checkPosition(value: unknown): ValueCheck {
  if (typeof value !== 'object' || value === null) return refuse('must be a latitude and a longitude')
  const { latitude, longitude } = value as Partial<Position>
  if (typeof latitude !== 'number' || !(Math.abs(latitude) <= 90))
    return refuse(`latitude ${latitude} is outside -90 to 90`)
  if (typeof longitude !== 'number' || !(Math.abs(longitude) <= 180))
    return refuse(`longitude ${longitude} is outside -180 to 180`)
  return { ok: true, value: { latitude, longitude } }
}

function refuse(reason: string): ValueCheck {
  return { ok: false, reason }
}

function clip(text: string): string {
  return text.length > 40 ? `${text.slice(0, 40)}…` : text
}
