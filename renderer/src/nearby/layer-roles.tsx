import { Button, NativeSelect } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { LayerPart } from '../../../shared/contract/nearby.ts'
import { LAYER_ROLE_LABELS, LAYER_ROLES, type LayerRole } from '../../../shared/domain/nearby/layer-role.ts'
import { useApp, useAppStore } from '../stores/use-app.ts'

const OPTIONS = LAYER_ROLES.map((role) => ({ value: role, label: LAYER_ROLE_LABELS[role] }))

/** What each layer is taken for, and why; somebody who knows better says so. */
export function LayerRoles() {
  const store = useAppStore()
  const layers = useApp((state) => state.layers)
  const detail = useApp((state) => state.detail)
  const setLayerRole = useApp((state) => state.setLayerRole)
  const [parts, setParts] = useState<readonly LayerPart[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a choice, an undo or an import brings the detail or the layers anew.
  useEffect(() => {
    let isGone = false
    void store
      .getState()
      .readLayerParts()
      .then((read) => {
        if (!isGone) setParts(read)
      })
    return () => {
      isGone = true
    }
  }, [store, layers, detail])
  if (parts.length === 0) return null
  return (
    <details className="near-more">
      <summary>What the layers are taken for</summary>
      <ul className="near-roles">
        {parts.map((part) => {
          const name = part.name.startsWith(part.part) ? part.name : `${part.name}, ${part.part}`
          return (
            <li key={`${part.layerId} ${part.part}`}>
              <NativeSelect
                size="xs"
                label={name}
                data={OPTIONS}
                value={part.role}
                onChange={(event) => void setLayerRole(part, event.currentTarget.value as LayerRole)}
              />
              <div className="near-roles__why">
                {part.chosenBy === null
                  ? `${LAYER_ROLE_LABELS[part.guess]}, because ${part.reason}.`
                  : `${part.chosenBy} said so; by itself ${LAYER_ROLE_LABELS[part.guess].toLowerCase()}, because ${part.reason}.`}
                {part.chosenBy === null ? null : (
                  <Button size="compact-xs" variant="subtle" onClick={() => void setLayerRole(part, null)}>
                    Take back
                  </Button>
                )}
              </div>
            </li>
          )
        })}
      </ul>
    </details>
  )
}
