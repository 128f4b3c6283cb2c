import type { BuiltCell, BuiltSheet } from './build-workbook.ts'
import { GRIDSTATUS, LBNL_2020, LBNL_2024 } from './collection-fixtures.ts'
import { day, ercotSheets, type Row } from './ercot-fixture.ts'

/** Small made-up files in the layout of each publisher, all projects invented. */

// biome-ignore format: a row of the table is a line
const PJM_SERIAL: readonly Row[] = [
  ['Project ID', 'Name', 'Commercial Name', 'State', 'County', 'Status', 'Transmission Owner', 'MFO', 'MW Energy', 'MW Capacity', 'Project Type', 'Fuel', 'Feasibility Study Status', 'System Impact Study Status', 'Facilities Study Status', 'Submitted Date', 'Withdrawal Date', 'Revised In Service Date', 'Actual In Service Date'],
  ['AB1-001', 'Here 138 kV', 'Plant A', 'PA', 'Lebanon', 'Active', 'ME', 20, 18, 12, 'Generation Interconnection', 'Solar; Storage', 'Document Posted', 'In Progress', 'Not Started', '4/1/2015', '', '12/31/2018', ''],
  ['AE1-070 - moved to TC1', 'There 345 kV', '', 'OH', 'Unknown', 'Withdrawn', 'AEP', '500.0', 500, 300, 'Generation Interconnection', 'Wind', 'N/A', 'N/A', 'N/A', '9/10/2019', '6/21/2024', '', ''],
  ['Y2-016 ', 'Old Sub', 'Old', 'NJ', 'Salem', 'Deactivated', 'AE', 7, 7, 7, 'Generation Interconnection', 'Methane', '', '', '', '3/3/2013', '', '', '1/1/2014'],
  ['994858', 'Line', '', '-', '', 'Confirmed', 'PJM', '', '', '', 'Long-Term Firm Transmission', '', '', '', '', '1/2/2020', '', '', ''],
]

// biome-ignore format: a row of the table is a line
const PJM_CYCLE: readonly Row[] = [
  ['Project ID', 'Cycle', 'Stage', 'Name', 'Commercial Name', 'Developer', 'State', 'County', 'Status', 'Transmission Owner', 'MFO', 'MW Energy', 'MW Capacity', 'Fuel', 'Submitted Date', 'Requested In-Service Date', 'Last Updated', 'Withdrawn Date'],
  ['AG1-100', 'TC1', 'FINAL AGREEMENT', 'POI A', 'Sun', 'Dev LLC', 'VA', 'Halifax', 'Active', 'Dominion', '500.0', '500.0', '250.0', 'Solar,Storage,Hybrid', '9/15/2021', '12/1/2026', '4/17/2025', ''],
  ['AH1-200', 'TC2', 'DECISION POINT 2', 'POI B', '', 'Dev 2', '-', 'Not Specified', 'Active', 'AEP', '75', '75', '40', 'Wind', '7/30/2021', '', '3/19/2025', ''],
  ['AH1-300', 'C01', 'APPLICATION PHASE', 'POI C', '', 'Dev 3', 'KY', 'Larue', 'Active', 'EKPC', '60', '60', '30', 'Solar', '7/30/2025', '', '', ''],
  ['AH1-400', 'TC2', 'PHASE 3', 'POI D', '', 'Dev 4', 'KY', 'Larue', 'UC-ISP', 'EKPC', '60', '60', '30', 'Solar', '7/30/2021', '', '', ''],
]

// biome-ignore format: a row of the table is a line
const MISO: readonly Row[] = [
  ['Project #', 'Request Status', 'Queue Date', 'Withdrawn Date', 'Done Date', 'Appl In Service Date', 'Transmission Owner', 'County', 'State', 'Study Phase', 'POI Name', 'Summer MW', 'Winter MW', 'Fuel', 'Post GIA Status', 'Negotiated In Service Date'],
  ['AA1234', 'plum pear', '2024-12-07T11:31:23.59+00:00', '', '', '', 'x', 'y', 'z', 'w', 'v', '1', '2', '', '', ''],
  ['J1000', 'Done', '2018-03-12T04:00:00+00:00', '', '2021-04-02T04:00:00+00:00', '2021-10-01T04:00:00+00:00', 'ATC', 'Grant County', 'WI', 'GIA', 'Sub 138kV', '50', '55', 'Solar', 'In Service', '2023-03-27T04:00:00+00:00'],
  ['J1001', 'Active', '2025-10-07T01:41:17+00:00', '', '', '2028-10-01T04:00:00+00:00', 'NSP', '', '', 'Phase 2', '', '100', '90', 'Wind', '', ''],
  ['J1002', 'LEGACY: Done', '2016-10-07T04:00:00+00:00', '', '', '', 'NSP', 'Lincoln', 'MN', '', '', '0', '0', '', 'Not Started', ''],
]

// biome-ignore format: a row of the table is a line
const SPP: readonly Row[] = [
  ['Last Updated On', '7/1/2026', ''],
  ['Generation Interconnection Number', 'Current Cluster', ' Nearest Town or County', 'State', 'TO at POI', 'Commercial Operation Date', 'Capacity', 'MAX Summer MW', 'MAX Winter MW', 'Generation Type', 'Fuel Type', 'Substation or Line', 'Request Received', 'Date Withdrawn', 'Status', 'Cause of Delay'],
  ['GEN-2024-SR9', 'DISIS', 'Beaver County', 'OK', 'OGE', '1/1/2027', '150', '150', '150', 'Battery/Storage', '', 'Beaver  345', '1/26/2024', '', 'IA PENDING', 'Waiting for\na transformer'],
  ['ASGI-2020-001', '', 'Sleeping Bear', 'TX/OK', 'WFEC', '4/15/2007', '94.5', '94.5', '94.5', 'Wind', 'Wind', 'Ft Supply 138kV', '4/24/2001', '', 'IA FULLY EXECUTED/COMMERCIAL OPERATION', ''],
  ['GEN-2025-001', '', 'Logan', 'OK', 'OGE', '', '10', '10', '10', 'Solar', '', 'Line', '4/24/2025', '', 'None', ''],
]

// biome-ignore format: a row of the table is a line
const CAISO_HEADER: Row = ['Project Name', 'Queue Position', 'Interconnection Request\nReceive Date', 'Queue Date', 'Application Status', 'Study\nProcess', 'Fuel-1', 'Fuel-2', 'Fuel-3', 'Net MWs to Grid', 'County', 'State', 'Utility', 'Station or Transmission Line', 'Proposed\nOn-line Date\n(as filed with IR)']
// biome-ignore format: a row of the table is a line
const CAISO_STUDIES: Row = ['System Impact Study or \nPhase I Cluster Study', 'Facilities Study (FAS) or \nPhase II Cluster Study', 'Interconnection Agreement \nStatus']

// biome-ignore format: a row of the table is a line
function caiso(name: string, position: BuiltCell, status: string): Row {
  return [name, position, day('2003-11-18'), new Date('2004-05-24T07:00:00Z'), status, 'Cluster 5', 'Solar', 'Battery', null, 100, 'KERN/INYO', 'CA', 'SCE', 'Sub 230 kV', new Date('2005-06-30T07:00:00Z')]
}

// biome-ignore format: a row of the table is a line
const CAISO: readonly BuiltSheet[] = [
  {
    name: 'Grid GenerationQueue',
    rows: [
      [null, null, 'Report Run Date: 03/09/2026'],
      ['The queue'],
      [null, 'Generating Facility'],
      [...CAISO_HEADER, 'Current\nOn-line Date', 'Suspension Status', ...CAISO_STUDIES],
      [...caiso('A', 22, 'ACTIVE'), new Date('2024-04-01T07:00:00Z'), null, 'Complete', 'Complete', 'Executed'],
      [...caiso('B', '1003A', 'ACTIVE'), null, null, 'In Progress', null, null],
      [...caiso('C', 23, 'ACTIVE'), null, 'Suspended', 'Complete', null, 'Executed'],
      [],
      ['• A legend line'],
    ],
  },
  {
    name: 'Completed Generation Projects',
    rows: [
      [],
      [],
      [],
      [...CAISO_HEADER, 'Actual\nOn-line Date', ...CAISO_STUDIES],
      [...caiso('D', '1A', 'COMPLETED'), new Date('2009-10-02T07:00:00Z'), 'Complete', 'Complete', 'Executed'],
    ],
  },
  {
    name: 'Withdrawn Generation Projects',
    rows: [
      [],
      [],
      [],
      ['Project Name - Confidential', ...CAISO_HEADER.slice(1), 'Withdrawn Date', 'Reason for Withdrawal'],
      [...caiso('E', 5, 'WITHDRAWN'), new Date('2011-06-17T02:56:36Z'), 'No customer'],
    ],
  },
]

// biome-ignore format: a row of the table is a line
const CAISO_CLUSTER: readonly BuiltSheet[] = [
  {
    name: 'Cluster 16 ',
    rows: [
      ['Queue Number', 'Project Number', 'Project Name', 'Generation/Fuel 1', 'NET MW 1', 'Generation/Fuel 2', 'NET MW 2', 'NET MW POI', 'PROJECT COUNTY', 'Project State', 'PTO', 'POI', 'Requested COD', 'Queue Date '],
      [2407, 54516, 'Alpha', 'Photovoltaic/Solar', 500, 'Storage/Battery', 500, 500, 'king', 'CA', 'SDGE', 'Line', day('2030-06-01'), day('2026-02-12')],
    ],
  },
  {
    name: 'Withdrawn',
    rows: [
      ['Queue Number', 'Project Name', 'Generation/Fuel 1', 'NET MW POI', 'PROJECT COUNTY', 'Project State', 'PTO', 'POI', 'Requested COD', 'Queue Date', 'Withdrawal Date'],
      [2408, 'Beta', 'Storage/Battery', 20, 'Kern', 'CA', 'SCE', 'Line', 'N/A', day('2026-02-12'), day('2026-04-23')],
    ],
  },
]

// biome-ignore format: a row of the table is a line
const NYISO: readonly BuiltSheet[] = [
  {
    name: 'Interconnection Queue',
    rows: [
      ['Queue Pos.', 'Developer/Interconnection Customer', 'Project Name', 'Date of IR', 'SP (MW)', 'WP (MW)', 'Type/ Fuel', 'County', 'State', 'Z', 'Points of Interconnection', 'Utility ', 'S', 'Last Updated Date', 'Proposed COD'],
      ['0276', 'Sun LLC', 'Sun', day('2008-01-30'), 90, 95, 'S', 'Cortland', 'NY', 'C', 'Line 115kV', 'NM-NG', 11, day('2023-07-31'), '04-2026'],
      ['0396A', 'Compute Inc', 'Hall', 39476, 'TBD', 120, 'L', 'Niagara', 'NY', 'A', 'Kintigh 345kV', 'NYSEG', '5P', '8/31/21', 'I/S'],
      ['• A legend'],
    ],
  },
  {
    name: ' Cluster Projects',
    rows: [
      ['Queue Pos.', 'Interconnection Customer Name', 'Project Name', 'Date of IR', 'SP (MW)', 'WP (MW)', 'Type/ Fuel', 'County', 'State', 'Points of Interconnection', 'Utility', 'S', 'Last Updated Date', 'Proposed COD'],
      ['C24-001', 'Wind LLC', 'Wind', '8/11/2024', 100, ' ', 'W', 'Lewis/Jefferson', 'NY', 'Line', 'NYPA', '4C', null, '12/2030'],
    ],
  },
  {
    name: 'Withdrawn',
    rows: [
      ['Queue Pos.', 'Owner/Developer', 'Project Name', 'Date of IR', 'SP (MW)', 'WP (MW)', 'Type/ Fuel', 'County', 'State', 'Interconnection Point', 'Utility', 'S', 'Last Update'],
      ['0031', 'Old', 'Old 1', day('2000-01-01'), 10, 10, 'W', 'Erie', 'NY', 'X', 'NYPA', '0', day('2005-03-31')],
      ['0031', 'Old', 'Old 2', day('2000-01-01'), 20, 20, 'W', 'Erie', 'NY', 'X', 'NYPA', '0', null],
    ],
  },
  {
    name: 'In Service',
    rows: [
      ['Queue', null, null, 'Date', 'SP', 'WP', 'Type/', 'Location', null, 'Interconnection', null, null, 'Last Update', 'Proposed'],
      ['Pos.', 'Owner/Developer', 'Project Name', 'of IR', '(MW)', '(MW)', 'Fuel', 'County', 'State', 'Point', 'Utility ', 'S', null, 'COD'],
      ['0002', 'Gen Co', 'Gen', day('1998-04-27'), 1080, 'N/A', 'NG', 'Athens', 'NY', 'Line', 'NM-NG', '14', day('2004-05-31'), 'N/A'],
    ],
  },
]

// biome-ignore format: a row of the table is a line
const ISONE: readonly Row[] = [
  ['Interconnection Requests', null, null, null, null, null, 'As of: 1/23/2026 12:00:00 AM'],
  [],
  ['Jurisdiction:', 'All'],
  [],
  ['Position', 'Updated', 'Type', 'Requested', 'Alternative Name', 'Fuel Type', 'Net MW', 'Summer MW', 'Winter MW', 'County', 'State', 'Op Date', 'Sync Date', 'W/ D Date', 'Interconnection Location', 'SIS Complete', 'TO Report', 'FS', 'SIS', 'FAC', 'IA', 'Project Status'],
  [1601, new Date('2026-01-17T13:30:54Z'), 'G', day('2025-01-14'), 'BESS', 'BAT', 4.989999771118164, 5, 5, 'Essex', 'MA  ', day('2027-02-03'), day('2027-01-03'), null, 'T3 ', false, null, null, null, null, null, null],
  [1601, null, 'G', 35223, 'Unit 2', 'SUN BAT', 0, null, null, 'Waldo/Sagadahoc', 'ME', null, null, null, 'X', true, 'NGRID', 'Document Posted', 'In Progress', 'Not Started', 'IA Filed Unexecuted', 'Under Study'],
  [1602, null, 'G', day('2020-01-14'), 'Gone', 'WND', 100, null, null, 'Essex', 'MA', null, null, day('2022-02-02'), 'X', true, null, null, null, null, 'Executed', 'In Service'],
]

export interface QueueFixture {
  readonly format: string
  readonly sheets: readonly BuiltSheet[]
  /** Id, stage, megawatts and dates of request of every record in file order. */
  readonly expected: readonly (readonly [id: string, stage: string, mw: number | null, requested: string | null])[]
  readonly rejected?: number
}

const one = (rows: readonly Row[], name = 'Data'): BuiltSheet[] => [{ name, rows }]

// biome-ignore format: a row of the table is a line
export const QUEUE_FIXTURES: Readonly<Record<string, QueueFixture>> = {
  'ERCOT GIS': {
    format: 'queue.ercot-gis',
    sheets: ercotSheets(),
    expected: [
      ['25INR0001', 'ia_executed', 250.5, '2022-03-04'],
      ['25INR0002b', 'construction', -12.5, '2022-03-04'],
      ['26INR0003', 'system_impact', 100, '2022-03-04'],
      ['26INR0004', 'ia_pending', 1200.5, '2022-03-04'],
      ['27INR0005', 'screening', 40, '2022-03-04'],
      ['22INR0596', 'application', 9.9, '2022-09-01'],
      ['21INR0777', 'suspended', 300, null],
      ['21INR0888', 'withdrawn', 80, null],
    ],
  },
  'PJM serial': {
    format: 'queue.pjm',
    sheets: one(PJM_SERIAL),
    expected: [
      ['AB1-001', 'system_impact', 20, '2015-04-01'],
      ['AE1-070 - moved to TC1', 'withdrawn', 500, '2019-09-10'],
      ['Y2-016', 'retired', 7, '2013-03-03'],
      ['994858', 'ia_executed', null, '2020-01-02'],
    ],
  },
  'PJM cycle': {
    format: 'queue.pjm-cycle',
    sheets: one(PJM_CYCLE),
    expected: [
      ['AG1-100', 'ia_pending', 500, '2021-09-15'],
      ['AH1-200', 'system_impact', 75, '2021-07-30'],
      ['AH1-300', 'application', 60, '2025-07-30'],
      ['AH1-400', 'construction', 60, '2021-07-30'],
    ],
  },
  MISO: {
    format: 'queue.miso',
    sheets: one(MISO),
    expected: [
      ['J1000', 'in_service', 55, '2018-03-12'],
      ['J1001', 'system_impact', 100, '2025-10-06'],
      ['J1002', 'ia_executed', 0, '2016-10-07'],
    ],
    rejected: 1,
  },
  SPP: {
    format: 'queue.spp',
    sheets: one(SPP),
    expected: [
      ['GEN-2024-SR9', 'ia_pending', 150, '2024-01-26'],
      ['ASGI-2020-001', 'in_service', 94.5, '2001-04-24'],
      ['GEN-2025-001', 'application', 10, '2025-04-24'],
    ],
  },
  CAISO: {
    format: 'queue.caiso',
    sheets: CAISO,
    expected: [
      ['22', 'ia_executed', 100, '2004-05-24'],
      ['1003A', 'system_impact', 100, '2004-05-24'],
      ['23', 'suspended', 100, '2004-05-24'],
      ['1A', 'in_service', 100, '2004-05-24'],
      ['5', 'withdrawn', 100, '2004-05-24'],
    ],
  },
  'CAISO cluster': {
    format: 'queue.caiso-cluster',
    sheets: CAISO_CLUSTER,
    expected: [
      ['2407', 'application', 500, '2026-02-12'],
      ['2408', 'withdrawn', 20, '2026-02-12'],
    ],
  },
  NYISO: {
    format: 'queue.nyiso',
    sheets: NYISO,
    expected: [
      ['0276', 'ia_executed', 95, '2008-01-30'],
      ['0396A', 'system_impact', 120, '2008-01-29'],
      ['C24-001', 'system_impact', 100, '2024-08-11'],
      ['0031', 'withdrawn', 10, '2000-01-01'],
      ['0031', 'withdrawn', 20, '2000-01-01'],
      ['0002', 'in_service', 1080, '1998-04-27'],
    ],
  },
  'ISO-NE': {
    format: 'queue.isone',
    sheets: one(ISONE, 'Queue'),
    expected: [
      ['1601', 'unknown', 4.989999771118164, '2025-01-14'],
      ['1601', 'ia_pending', 0, '1996-06-07'],
      ['1602', 'withdrawn', 100, '2020-01-14'],
    ],
  },
  'LBNL through 2024': {
    format: 'queue.lbnl',
    sheets: one(LBNL_2024, '03. Complete Queue Data'),
    expected: [
      ['X-1', 'facilities', 150.5, '2023-10-04'],
      ['X-2', 'withdrawn', null, '2020-06-18'],
    ],
  },
  'LBNL through 2020': {
    format: 'queue.lbnl',
    sheets: LBNL_2020,
    expected: [
      ['390', 'system_impact', 500, '2020-08-13'],
      ['134', 'withdrawn', 200, null],
    ],
  },
  gridstatus: {
    format: 'queue.gridstatus',
    sheets: one(GRIDSTATUS),
    expected: [
      ['25INR0001', 'ia_executed', 250.5, '2022-03-04'],
      ['J1001', 'application', 100, '2022-03-04'],
    ],
    rejected: 1,
  },
}

/** The first sheet as CSV, dates as the publishers write them. */
export function asCsv(sheet: BuiltSheet): string {
  const text = (cell: BuiltCell | undefined) => {
    if (cell === null || cell === undefined) return ''
    if (cell instanceof Date) return cell.toISOString().replace('T00:00:00.000Z', '').replace('.000Z', '+00:00')
    return typeof cell === 'object' ? String(cell.value) : String(cell)
  }
  const width = Math.max(...sheet.rows.map((row) => row.length))
  return sheet.rows
    .map((row) => Array.from({ length: width }, (_, index) => `"${text(row[index]).replaceAll('"', '""')}"`).join(','))
    .join('\r\n')
}
