import { Button, Popover } from '@mantine/core'
import { IconStack2, IconTrash } from '@tabler/icons-react'
import type { Layer } from '../../../shared/contract/layers.ts'
import { useApp } from '../stores/use-app.ts'
import { IconButton } from '../ui/icon-button.tsx'

/** The imported maps, each with what it holds; nothing where there are none. */
export function LayersMenu() {
  const layers = useApp((state) => state.layers)
  const removeLayer = useApp((state) => state.removeLayer)
  if (layers.length === 0) return null
  return (
    <Popover position="bottom-end" shadow="md" transitionProps={{ duration: 0 }}>
      <Popover.Target>
        <Button size="xs" variant="subtle" color="gray" leftSection={<IconStack2 size={16} stroke={1.7} />}>
          {layers.length === 1 ? '1 layer' : `${layers.length} layers`}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <ul className="layers-list" aria-label="Layers">
          {layers.map((layer) => (
            <li key={layer.layerId}>
              <div className="layers-list__text">
                <div className="layers-list__name" title={layer.name}>
                  {layer.name}
                </div>
                <div className="layers-list__figures">{figuresOf(layer)}</div>
              </div>
              <IconButton label={`Remove ${layer.name}`} onClick={() => void removeLayer(layer)}>
                <IconTrash size={16} stroke={1.7} />
              </IconButton>
            </li>
          ))}
        </ul>
      </Popover.Dropdown>
    </Popover>
  )
}

function figuresOf({ title, features, geometryTypes }: Layer): string {
  const types = Object.keys(geometryTypes).map((type) => type.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase())
  return [title, `${features.toLocaleString('en-US')} features`, types.join(', ')]
    .filter((text) => text !== '')
    .join(' · ')
}
