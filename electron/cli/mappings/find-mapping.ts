import type { SwitchyardClient } from '../../../shared/contract/contract.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import type { SavedMapping } from '../../../shared/contract/mappings.ts'

/**
 * The mapping of a name or an id.
 * @throws AppError 'not_found', or 'bad_input' where two mappings have the name.
 */
export async function findMapping(client: SwitchyardClient, wanted: string): Promise<SavedMapping> {
  const mappings = await client['mappings.list']({})
  const named = mappings.filter((each) => each.mappingId === wanted || sameName(each.name, wanted))
  if (named.length > 1)
    throw new AppError(
      'bad_input',
      `${named.length} mappings are named ${wanted}; give the id of one: ${named.map((each) => each.mappingId).join(', ')}.`,
    )
  const [mapping] = named
  if (mapping) return mapping
  const known =
    mappings.length === 0 ? 'the catalog has none' : `the catalog has ${mappings.map((each) => each.name).join(', ')}`
  throw new AppError('not_found', `There is no mapping "${wanted.slice(0, 80)}"; ${known}.`)
}

function sameName(one: string, other: string): boolean {
  return one.normalize('NFC').toLowerCase() === other.trim().normalize('NFC').toLowerCase()
}
