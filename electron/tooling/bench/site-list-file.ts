import { closeSync, openSync, writeSync } from 'node:fs'
import { randomNumbers } from './random-numbers.ts'

const COLUMNS =
  'site_id,name,operator,owner,kind,status,note,latitude,longitude,city,county,state,country,iso,utility,power_mw,mw_queue,queue_status,voltage_kv,acres,price_usd_mwh,energization_date,flood_zone,zoning,fiber,fiber_routes,water,cooling,substation_mi,retired_year,fuel,nameplate,eia_id,source,as_of,broker,parcel,listing_ref,remark,lot,phone'
const WORDS = ['Prairie', 'Ridge', 'Creek', 'Fork', 'Iron', 'Cedar', 'Eagle', 'Delta', 'Río', 'Bend']
const STATES = ['TX', 'OH', 'PA', 'NY', 'VA', 'GA', 'WY', 'ND', 'IA', 'IL']

/** Writes a list of sites of 41 columns, with quotes, accents and Chinese as real lists have them. */
export function writeSiteList(file: string, rows: number): void {
  if (COLUMNS.split(',').length !== 41) throw new Error('The list has 41 columns.')
  const random = randomNumbers(7)
  const of = <T>(values: readonly T[]) => values[Math.floor(random() * values.length)] as T
  const number = (low: number, high: number, digits: number) => (low + random() * (high - low)).toFixed(digits)
  const handle = openSync(file, 'w')
  try {
    let text = `${COLUMNS}\n`
    for (let i = 0; i < rows; i++) {
      text += `${[
        `site-${i}`,
        `"${of(WORDS)} ${of(WORDS)}, ${i}"`,
        `${of(WORDS)} Energy LLC`,
        `${of(WORDS)} Land Partners`,
        of(['powered_land', 'retired_plant', 'mining']),
        'operating',
        `"Near ""${of(WORDS)}"" substation, 数据中心 ${i}"`,
        number(26, 48, 5),
        number(-122, -74, 5),
        `${of(WORDS)}ville`,
        of(WORDS),
        of(STATES),
        'US',
        of(['ERCOT', 'PJM', 'MISO', 'SPP']),
        `${of(WORDS)} Electric`,
        number(0, 900, 1),
        number(0, 900, 1),
        of(['applied', 'study', 'ia_signed', 'unknown']),
        of([69, 138, 230, 345]),
        number(5, 999, 1),
        number(20, 70, 2),
        `${2026 + (i % 6)}-0${1 + (i % 9)}`,
        of(['X', 'AE']),
        of(['industrial', 'agricultural']),
        of(['lit', 'near', 'unknown']),
        i % 5,
        'municipal',
        of(['air', 'immersion']),
        number(0, 9, 2),
        1990 + (i % 40),
        of(['coal', 'gas', 'solar']),
        number(0, 800, 0),
        i,
        `https://example.com/list/${i}`,
        '2026-05',
        `${of(WORDS)} & Co`,
        `${of(STATES)}-${i}-A`,
        `REF${i}`,
        `"call ${of(WORDS)}, then ${of(WORDS)}"`,
        `L${i}`,
        '555-0100',
      ].join(',')}\n`
      if (text.length > 1_000_000 || i === rows - 1) {
        writeSync(handle, text)
        text = ''
      }
    }
  } finally {
    closeSync(handle)
  }
}
