import { AppError } from '../../../shared/contract/errors.ts'
import { LAYER_ROLE_LABELS } from '../../../shared/domain/nearby/layer-role.ts'
import { editOfPlan, planFill, reportOfPlan } from '../nearby/fill-distances.ts'
import { layerRoleId, ROLE_FIELD } from '../nearby/layer-role-cells.ts'
import { readLayerParts } from '../nearby/read-layer-parts.ts'
import type { HandlersOfKind } from './handler-types.ts'
import { writeEdit } from './write-edit.ts'
import type { WriterContext } from './writer-context.ts'

type NearbyMethod = Extract<keyof HandlersOfKind<'command'>, `nearby.${string}`>

/** What the writer answers about what lies near sites: what a layer is, and distances for all sites without one. */
export function nearbyHandlers(context: WriterContext): Pick<HandlersOfKind<'command'>, NearbyMethod> {
  const { db } = context
  return {
    'nearby.setRole': ({ layerId, part, role }) =>
      writeEdit(context, 'What the layer is', () => {
        const layer = readLayerParts(db).find((each) => each.layerId === layerId && each.part === part)
        if (!layer)
          throw new AppError('not_found', 'The layer is no longer in the catalog; look at the list of layers again.')
        const name = layer.name.startsWith(part) ? layer.name : `${layer.name}, ${part}`
        const label =
          role === null ? `Take back what ${name} is` : `Use ${name} as ${LAYER_ROLE_LABELS[role].toLowerCase()}`
        const rowId = layerRoleId(layer.name, part)
        return { label, changes: [{ entity: 'layerRole', rowId, field: ROLE_FIELD, value: role }] }
      }),

    'nearby.fill': async ({ dryRun, ...request }) => {
      const plan = await planFill(db, request)
      const report = reportOfPlan(plan)
      if (dryRun || plan.fills.length === 0) return { ...report, revision: null }
      const { label, revision } = writeEdit(context, 'The distances', () => editOfPlan(db, plan))
      return { ...report, label, revision }
    },
  }
}
