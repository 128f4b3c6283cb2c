import type { BuiltCell, BuiltSheet } from './build-workbook.ts'

export const day = (text: string) => new Date(`${text}T00:00:00Z`)

export type Row = readonly BuiltCell[]

const blank = (count: number): Row[] => Array.from({ length: count }, () => [])

// biome-ignore format: a row of the table is a line
export const ERCOT_LARGE_HEADER: Row = ['INR', 'Project Name', 'GIM Study Phase', 'Interconnecting Entity', 'POI Location', 'County', 'CDR Reporting Zone', 'Projected COD', 'Fuel', 'Technology', 'Capacity (MW)', null, null, 'Screening Study Started', 'Screening Study Complete', 'FIS Requested', 'FIS Approved', 'Economic Study Required', 'IA Signed', null, 'Construction Start', 'Construction End', 'Approved for Energization', 'Approved for Synchronization', 'Comment']

// biome-ignore format: a row of the table is a line
function large(inr: string, phase: string, mw: BuiltCell, signed: BuiltCell = null, energized: BuiltCell = null): Row {
  return [
    inr,
    `Project ${inr}`,
    phase,
    'Example Power LLC',
    '1234 Nowhere 345kV',
    'Milam',
    'NORTH',
    day('2027-06-01'),
    'SOL',
    'PV',
    mw,
    'COD  ',
    null,
    day('2022-03-04'),
    null,
    null,
    null,
    'No',
    signed,
    'Yes',
    null,
    null,
    energized,
    null,
    null,
  ]
}

/** @param rowsAbove how far down the header stands, which has changed over the years. */
// biome-ignore format: a row of the table is a line
export function ercotSheets(rowsAbove = 30): BuiltSheet[] {
  return [
    {
      name: 'Contents',
      rows: [
        ...blank(6),
        ['GIM Activity:  Mar 01, 2026 to Mar 31, 2026'],
        [],
        ['Time of Report Run: Apr 1, 2026 8:00:38 AM'],
      ],
    },
    {
      name: 'Project Details - Large Gen',
      rows: [
        ...blank(rowsAbove),
        ERCOT_LARGE_HEADER,
        [...Array<null>(11).fill(null), 'Change indicators:', 'Approval Date for', ...Array<null>(6).fill(null), 'Financial Security'],
        [...Array<null>(11).fill(null), 'Proj Name, MW', 'Site Control', ...Array<null>(6).fill(null), 'and Notice'],
        large('25INR0001', 'SS Completed, FIS Completed, IA', 250.5, day('2025-02-03')),
        large('25INR0002b', 'SS Completed, FIS Completed, IA', -12.5, day('2024-02-03'), day('2026-01-15')),
        large('26INR0003', 'SS Completed, FIS Started, No IA', 100),
        large('26INR0004', 'SS Completed, FIS Completed, No IA', '1,200.5'),
        large('27INR0005', 'SS Started, FIS Not Started, No IA', 40),
        ['* A footnote under the table'],
      ],
    },
    {
      name: 'Project Details - Small Gen',
      rows: [
        ...blank(14),
        ['INR', 'Project Name', 'Model Ready Date', 'Interconnecting Entity', 'POI Location', 'County', 'Projected COD', 'Fuel', 'Technology', 'Capacity (MW)', 'IA Signed', 'Approved for Energization'],
        ['22INR0596', 'Little BESS', day('2022-09-01'), 'Example', 'Somewhere', 'Hamilton', day('2026-07-01'), 'OTH', 'BA', 9.9, null, null],
      ],
    },
    {
      name: 'Inactive Projects',
      rows: [
        ...blank(7),
        ['INR', 'Size Category', 'Project Name', 'Fuel', 'County', 'Inactive Date', 'MW **'],
        ['21INR0777', 'Large', 'Asleep', 'Wind', 'Scurry', new Date('2025-05-06T13:14:15Z'), 300],
      ],
    },
    {
      name: 'Cancellation Update',
      rows: [
        ...blank(7),
        ['INR', 'Size Category', 'Project Name', 'Fuel', 'County', 'Cancel Date', 'MW **'],
        ['21INR0888', 'Large', 'Given Up', 'Gas', 'Ector', new Date('2026-03-06T13:14:15Z'), 80],
        ['* Includes only those that asked for a study'],
      ],
    },
    {
      name: 'data_GIM Trends_1',
      isHidden: true,
      rows: [
        ['INR', 'Project Name'],
        ['25INR9999', 'Hidden'],
      ],
    },
  ]
}
