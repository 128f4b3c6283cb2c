/** Which of EIA's tables a sheet holds. */
export interface Schedule {
  readonly id: string
  /** The data set that its files are editions of. */
  readonly title: string
  /** Sets of alternatives that must all be found in one row for it to be the header. */
  readonly required: readonly (readonly string[])[]
  /** The column whose cell is a whole number in every data row; notes and blank rows have none. */
  readonly key: readonly string[] | null
  readonly isVerified: boolean
}

const PLANT = ['Plant Code', 'Plant ID']
const UNIT = ['Generator ID']
const UTILITY = ['Utility Number']

/** The most particular first: a table of units also has what a table of plants has. */
export const SCHEDULES: readonly Schedule[] = [
  {
    id: 'eia-860-owner',
    title: 'EIA-860 owners',
    required: [PLANT, UNIT, ['Owner Name'], ['Percent Owned']],
    key: PLANT,
    isVerified: true,
  },
  {
    id: 'eia-860m',
    title: 'EIA-860M generators',
    required: [['Entity ID'], ['Plant ID'], UNIT],
    key: PLANT,
    isVerified: false,
  },
  {
    id: 'eia-860-storage',
    title: 'EIA-860 energy storage',
    required: [PLANT, UNIT, ['Nameplate Energy Capacity (MWh)']],
    key: PLANT,
    isVerified: true,
  },
  {
    id: 'eia-860-generator',
    title: 'EIA-860 generators',
    required: [['Utility ID'], PLANT, UNIT, ['Nameplate Capacity (MW)']],
    key: PLANT,
    isVerified: false,
  },
  {
    id: 'eia-860-plant',
    title: 'EIA-860 plants',
    required: [['Utility ID'], PLANT, ['Plant Name'], ['Latitude'], ['Longitude']],
    key: PLANT,
    isVerified: true,
  },
  {
    id: 'eia-861-sales',
    title: 'EIA-861 sales to ultimate customers',
    required: [UTILITY, ['Utility Name'], ['BA_CODE', 'BA Code'], ['Thousand Dollars']],
    key: UTILITY,
    isVerified: true,
  },
  {
    id: 'eia-861-decoupled',
    title: 'EIA-861 decoupled rates',
    required: [UTILITY, ['Utility Name'], ['BA_CODE', 'BA Code'], ['Residential'], ['Industrial']],
    key: UTILITY,
    isVerified: true,
  },
  {
    id: 'eia-861-territory',
    title: 'EIA-861 service territories',
    required: [['Data Year'], UTILITY, ['Utility Name'], ['State'], ['County']],
    key: UTILITY,
    isVerified: true,
  },
  {
    id: 'eia-860-utility',
    title: 'EIA-860 utilities',
    required: [['Utility ID'], ['Utility Name'], ['Street Address'], ['Entity Type']],
    key: ['Utility ID'],
    isVerified: false,
  },
  {
    id: 'eia-860-layout',
    title: 'EIA-860 layout of the files',
    required: [['Field Name'], ['Form EIA-860 Schedule'], ['Description']],
    key: null,
    isVerified: true,
  },
]
