import type { SwitchyardClient } from '../../shared/contract/contract.ts'
import { BUILT_IN_RULERS } from '../../shared/domain/ranking/built-in-rulers.ts'
import { resolveRuler } from '../../shared/domain/ranking/resolve-ruler.ts'
import { RULER, type Ruler } from '../../shared/domain/ranking/ruler.ts'
import type { CommandOption, OptionValues } from './command.ts'
import { UsageError } from './usage-error.ts'

/** The option of every command that scores sites. */
export const RULER_OPTION: Readonly<Record<string, CommandOption>> = {
  ruler: {
    type: 'string',
    value: 'NAME',
    help: `what to score with: mining, ai, or a ruler of the catalog by its name; without it, ${RULER.name}`,
  },
}

/** @throws UsageError naming the rulers there are. */
export async function rulerOption(options: OptionValues, client: SwitchyardClient): Promise<Ruler> {
  const wanted = options['ruler'] as string | undefined
  if (wanted === undefined) return RULER
  const key = wanted.trim().normalize('NFC').toLowerCase()
  const builtIn = Object.entries(BUILT_IN_RULERS).find(
    ([lens, { id, name }]) => lens === key || id === key || name.toLowerCase() === key,
  )
  if (builtIn) return builtIn[1]
  const saved = await client['rulers.list']({})
  const found = saved.find(({ rulerId, name }) => rulerId === wanted || name.normalize('NFC').toLowerCase() === key)
  if (found === undefined) {
    const known = [...Object.keys(BUILT_IN_RULERS), ...saved.map(({ name }) => name)]
    throw new UsageError(`There is no ruler "${wanted.slice(0, 80)}"; choose one of ${known.join(', ')}.`)
  }
  const resolved = resolveRuler({ ...found, id: found.rulerId })
  if (!resolved.ok) throw new UsageError(`The ruler ${found.name} cannot measure: ${resolved.reason}`)
  return resolved.ruler
}
