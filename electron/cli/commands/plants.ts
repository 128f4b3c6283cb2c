import type { PlantCandidate } from '../../../shared/contract/plants.ts'
import { formatMw } from '../../../shared/format/format-quantity.ts'
import type { Command, CommandContext, CommandResult } from '../command.ts'
import { textTable } from '../text-table.ts'
import { UsageError } from '../usage-error.ts'

const VERBS: Readonly<Record<string, (context: CommandContext, names: readonly string[]) => Promise<CommandResult>>> = {
  candidates: listCandidates,
  add: addPlants,
  show: showPlant,
}

/** Power plants of the EIA's tables: which retire, and making sites of them. */
export const plants: Command = {
  name: 'plants',
  summary: 'plants with retired or retiring units, and making sites of them',
  positional: { name: 'candidates | add CODE… | show SITE', help: 'CODE as "plants candidates" lists it' },
  options: {
    'min-mw': { type: 'string', value: 'MW', help: 'candidates: least capacity that retires; 50 without it' },
    state: { type: 'string', value: 'STATE', help: 'candidates: of one state, such as TX' },
  },
  notes: [],
  run(context) {
    const [verb = '', ...names] = context.files
    const run = Object.hasOwn(VERBS, verb) ? VERBS[verb] : undefined
    if (!run) throw new UsageError('Say what to do with plants: candidates, add CODE… or show SITE.')
    if (verb !== 'candidates' && names.length === 0)
      throw new UsageError(
        `Name the ${verb === 'add' ? 'plants by their codes' : 'site'}: "switchyard plants ${verb} …".`,
      )
    return run(context, names)
  },
}

async function listCandidates(context: CommandContext): Promise<CommandResult> {
  const { 'min-mw': least, state } = context.options
  const leastMw = least === undefined ? 50 : Number(least)
  if (!Number.isFinite(leastMw) || leastMw < 0)
    throw new UsageError(`--min-mw must be a number of megawatts from 0 on, not "${least}".`)
  const { client } = await context.open()
  const { candidates, total } = await client['plants.candidates']({
    leastMw,
    state: String(state ?? ''),
    limit: 10_000,
  })
  const table = textTable(
    [
      { heading: 'Code' },
      { heading: 'Plant', maxWidth: 40 },
      { heading: 'County' },
      { heading: 'State' },
      { heading: 'Retired MW', align: 'right' },
      { heading: 'Retiring MW', align: 'right' },
      { heading: 'Last', align: 'right' },
    ],
    candidates.map((each) => [
      each.plantId,
      each.name,
      each.county ?? '',
      each.state ?? '',
      String(each.retiredMw),
      String(each.retiringMw),
      String(each.lastRetirementYear ?? ''),
    ]),
  )
  return {
    json: { total, candidates: candidates.map(candidateJson) },
    text: total === 0 ? 'No plant in the catalog retires that is no site yet; import a table of EIA-860M.' : table,
  }
}

async function addPlants(context: CommandContext, plantIds: readonly string[]): Promise<CommandResult> {
  const { client } = await context.open()
  const { label, siteIds } = await client['plants.add']({ plantIds: [...new Set(plantIds)] })
  return { json: { label, sites: siteIds }, text: `${label}: ${siteIds.join(', ')}. "switchyard undo" takes it back.` }
}

async function showPlant(context: CommandContext, [siteId = '']: readonly string[]): Promise<CommandResult> {
  const { client } = await context.open()
  const { plantId, records, ...capacity } = await client['plants.ofSite']({ siteId })
  return {
    json: {
      plant_id: plantId,
      ...capacityJson(capacity),
      records: records.map(({ dataSet, asOf, sheet, row, unitId, status, capacityMw, retirementYear, cells }) => ({
        ...{ data_set: dataSet, as_of: asOf, sheet, row, unit: unitId, status, capacity_mw: capacityMw },
        ...{ retirement_year: retirementYear, cells: Object.fromEntries(cells) },
      })),
    },
    text:
      records.length === 0
        ? 'No table in the catalog has the plant of this site.'
        : [
            `EIA plant ${plantId}: ${formatMw(capacity.nameplateMw)} built, ${formatMw(capacity.retiredMw)} retired, ${formatMw(capacity.retiringMw)} retiring`,
            ...records.map(({ dataSet, unitId, status, capacityMw, retirementYear }) =>
              [`  ${dataSet}`, unitId, status, capacityMw === null ? null : formatMw(capacityMw), retirementYear]
                .filter((part) => part !== null)
                .join(', '),
            ),
          ].join('\n'),
  }
}

function candidateJson(each: PlantCandidate) {
  return {
    plant_id: each.plantId,
    name: each.name,
    county: each.county,
    state: each.state,
    latitude: each.position?.latitude ?? null,
    longitude: each.position?.longitude ?? null,
    ...capacityJson(each),
    source: each.title,
  }
}

function capacityJson(
  each: Pick<PlantCandidate, 'units' | 'nameplateMw' | 'retiredMw' | 'retiringMw' | 'lastRetirementYear'>,
) {
  return {
    units: each.units,
    nameplate_mw: each.nameplateMw,
    retired_mw: each.retiredMw,
    retiring_mw: each.retiringMw,
    last_retirement_year: each.lastRetirementYear,
  }
}
