import { AppError } from '../../../shared/contract/errors.ts'
import { EVIDENCE_RUNGS } from '../../../shared/domain/site/evidence-rung.ts'
import { SITE_FIELD_KEYS, type SiteFieldKey, siteField } from '../../../shared/domain/site/site-fields.ts'
import { parseSiteValue } from '../../../shared/domain/site/site-value.ts'
import { siteFieldOfName } from '../../core/import/layouts/map-site-columns.ts'
import { partialDate } from '../../core/import/partial-date.ts'
import type { Command } from '../command.ts'
import { UsageError } from '../usage-error.ts'

/** Changes one attribute of a site. The change is an edit as any other: shown with its author, undone with undo. */
export const set: Command = {
  name: 'set',
  summary: 'change one attribute of a site',
  options: {
    site: { type: 'string', value: 'ID', help: 'the site', isRequired: true },
    field: {
      type: 'string',
      value: 'F',
      help: 'the field, by its key or its column name: powerPriceUsdPerMwh, power_price_usd_mwh, voltage_kv',
      isRequired: true,
    },
    value: {
      type: 'string',
      value: 'V',
      help: 'the value; "" says that it is not known; a position is "lat, lon"',
      isRequired: true,
    },
    source: { type: 'string', value: 'S', help: 'where the value comes from' },
    'as-of': { type: 'string', value: 'D', help: 'the date it holds for: 2026, 2026-07 or 2026-07-01' },
    rung: { type: 'string', value: 'R', help: `how well it is evidenced: ${EVIDENCE_RUNGS.join(', ')}` },
  },
  async run(context) {
    const { options } = context
    const siteId = String(options['site'])
    const field = fieldNamed(String(options['field']))
    const rung = EVIDENCE_RUNGS.find((each) => each === (options['rung'] ?? 'claimed'))
    if (!rung) throw new UsageError(`"${options['rung']}" is not a rung; choose ${EVIDENCE_RUNGS.join(', ')}.`)
    const asOfText = options['as-of'] as string | undefined
    const asOf = asOfText === undefined ? null : partialDate(asOfText)
    if (asOfText !== undefined && asOf === null)
      throw new UsageError(`"${asOfText}" is not a date; write 2026, 2026-07 or 2026-07-01.`)
    const { label } = siteField(field)
    const checked = parseSiteValue(field, String(options['value']))
    if (!checked.ok) throw new AppError('bad_input', `${label} was not set: ${checked.reason}.`)

    const { client } = await context.open()
    const source = String(options['source'] ?? '')
    const written = await client['sites.edit']({ siteId, field, value: checked.value, source, asOf, rung })
    return {
      json: {
        site_id: siteId,
        field,
        value: checked.value,
        source,
        as_of: asOf,
        rung,
        revision: written.revision,
        label: written.label,
      },
      text: `Done: ${written.label}.`,
    }
  },
}

/** @throws UsageError for a name that is not a field's. */
function fieldNamed(name: string): SiteFieldKey {
  if (/^(lat|lon|lng)/i.test(name))
    throw new UsageError(
      'Latitude and longitude change together; write --field position --value "LATITUDE, LONGITUDE".',
    )
  const field = siteFieldOfName(name)
  if (field === null)
    throw new UsageError(`"${name}" is not a field of a site; the fields are ${SITE_FIELD_KEYS.join(', ')}.`)
  return field
}
