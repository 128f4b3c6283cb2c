import { describe, expect, test } from 'vitest'
import { memoryCatalog } from '../support/replica.ts'
import { sampleFiles } from '../support/sample-files.ts'
import { stageFile, stageText } from '../support/stage-into.ts'
import { tempCatalog } from '../support/temp-catalog.ts'

interface SheetTruth {
  readonly sheet: string
  readonly rows?: number
  readonly by_State?: Record<string, number>
  readonly by_Status?: Record<string, number>
  readonly numeric?: Record<string, { readonly sum: number }>
}

const HEADER =
  'Utility ID,Plant Code,Plant Name,State,County,Generator ID,Status,Nameplate Capacity (MW),Retirement Year'

describe('Tables of the Energy Information Administration', () => {
  for (const { file, name, truth } of sampleFiles('eia'))
    test(`${name} has the rows that an independent reader found`, async () => {
      const { recognised, staged } = await stageFile(memoryCatalog(), file)
      const sheets = (truth() as { sheets: SheetTruth[] }).sheets.filter(({ rows }) => rows !== undefined)
      expect(recognised.kind).toBe('plants')
      expect(recognised.asOf).toBe(/20\d\d/.exec(name)?.[0])
      expect(staged.summary['sheets']).toEqual(sheets.map(({ sheet, rows }) => ({ sheet, rows })))
      expect(staged.records).toBe(sheets.reduce((sum, { rows = 0 }) => sum + rows, 0))
      const statuses = sheets.map((sheet) => sheet.by_Status).filter((each) => each !== undefined)
      if (statuses.length > 0) expect(staged.summary['by_status']).toEqual(total(statuses))
      const capacity = sheets.map((sheet) => sheet.numeric?.['Nameplate Capacity (MW)']?.sum ?? 0)
      const mw = capacity.reduce((sum, each) => sum + each, 0)
      if (mw > 0) expect(staged.summary['mw']).toBeCloseTo(mw, 6)
      if (sheets.length === 1 && sheets[0]?.by_State && staged.summary['by_state'])
        expect(staged.summary['by_state']).toEqual(sheets[0].by_State)
    })

  test('units: what retired, and what will, by the codes of status', async () => {
    const text = [
      HEADER,
      '195,3,Barry,AL,Mobile,1,RE,153.1,2015',
      '195,3,Barry,AL,Mobile,001,OP,272.0,2028',
      '195,3,Barry,AL,Mobile,A1,CN,100,',
      '195,7,Gadsden,AL,Etowah,1,OP, ,',
      'NOTE: capacity in megawatts,,,,,,,,',
    ]
    const { recognised, staged } = await stageText(memoryCatalog(), text.join('\n'))
    expect(recognised.format).toBe('plants.eia-860-generator')
    expect(staged.records).toBe(4)
    expect(staged.summary).toMatchObject({
      plants: 2,
      mw: 525.1,
      retired_mw: 153.1,
      retiring_mw: 272,
      by_stage: { in_service: 2, retired: 1, withdrawn: 1 },
    })
  })

  test('the monthly inventory: header below a blank row, status in brackets, month as its edition', async () => {
    const text = [
      '"Inventory of Operating Generators as of December 2025",,,,,,,',
      ',,,,,,,',
      'Entity ID,Entity Name,Plant ID,Plant Name,Plant State,Generator ID,Nameplate Capacity (MW),Status',
      '195,Alabama Power Co,3,Barry,AL,1,153.1,(SB) Standby/Backup: available for service',
      '"NOTES: capacity from facilities with 1 MW or more",,,,,,,',
    ]
    const { recognised, staged } = await stageText(memoryCatalog(), text.join('\n'))
    expect(recognised).toMatchObject({ format: 'plants.eia-860m', asOf: '2025-12' })
    expect(recognised.notes).toHaveLength(1)
    expect(staged.summary).toMatchObject({ rows: 1, by_status: { SB: 1 }, mw: 153.1 })
  })

  test('the next edition says what changed, and undo takes it back', async () => {
    const catalog = tempCatalog()
    const rows = (...units: string[]) => [HEADER, ...units].join('\n')
    const one = '195,3,Barry,AL,Mobile,1,OP,153.1,'
    const two = '195,3,Barry,AL,Mobile,2,OP,272,'
    expect(await catalog.report(rows(one, two))).toMatchObject({ kind: 'plants', added: 2 })
    expect(await catalog.report(rows(one, two))).toMatchObject({ added: 0, updated: 0, unchanged: 2, removed: 0 })
    expect(await catalog.report(rows(one.replace('OP', 'RE')))).toMatchObject({ added: 0, updated: 1, removed: 1 })
    await catalog.call['history.undo']({})
    expect(await catalog.report(rows(one, two), { dryRun: true })).toMatchObject({ unchanged: 2 })
  })
})

function total(counts: readonly Record<string, number>[]): Record<string, number> {
  const sum: Record<string, number> = {}
  for (const each of counts) for (const [key, count] of Object.entries(each)) sum[key] = (sum[key] ?? 0) + count
  return sum
}
