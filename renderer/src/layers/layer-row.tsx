import { Menu } from '@mantine/core'
import {
  IconAdjustments,
  IconDots,
  IconEye,
  IconEyeOff,
  IconFocusCentered,
  IconGripVertical,
  IconTable,
  IconTrash,
} from '@tabler/icons-react'
import { isRecordLayer } from '../../../shared/map/layers/record-layers.ts'
import { isLayerShown } from '../stores/layer-slice.ts'
import { useApp } from '../stores/use-app.ts'
import { LayerLegend, LayerSwatch } from './layer-legend.tsx'
import { LayerMarks } from './layer-marks.tsx'
import { LayerStyleForm } from './layer-style-form.tsx'
import type { MapSectionProps } from './layers-section.tsx'
import type { ListedLayer } from './listed-layer.ts'
import { zoomToBox } from './zoom-to-box.ts'

export interface LayerRowProps extends MapSectionProps, ListedLayer {
  readonly place: number
  readonly isStyled: boolean
  onStyle(): void
  /** The layer's id while its handle is dragged, else null. */
  onDrag(layerId: number | null): void
}

/** One reference layer in the list: seen or not, its place in the order, its style, and what is wrong with it. */
export function LayerRow({ map, scheme, layer, place, isStyled, onStyle, onDrag }: LayerRowProps) {
  const isShown = useApp((state) => isLayerShown(state, layer))
  const showLayer = useApp((state) => state.showLayer)
  const moveLayer = useApp((state) => state.moveLayer)
  const removeLayer = useApp((state) => state.removeLayer)
  const openLayerTable = useApp((state) => state.openLayerTable)
  const { name, box } = layer
  const EyeIcon = isShown ? IconEye : IconEyeOff
  return (
    <>
      <div className="reference-row__head" data-shown={isShown}>
        <button
          type="button"
          className="reference-row__grip"
          draggable
          aria-label={`Move ${name}: drag it, or press arrow up or down`}
          title="Drag to change the order, or press arrow up or down"
          onDragStart={(event) => {
            event.dataTransfer.setData('text/plain', name)
            event.dataTransfer.effectAllowed = 'move'
            onDrag(layer.layerId)
          }}
          onDragEnd={() => onDrag(null)}
          onKeyDown={(event) => {
            const step = { ArrowUp: -1, ArrowDown: 1 }[event.key]
            if (step === undefined) return
            event.preventDefault()
            void moveLayer(layer, place + step)
          }}
        >
          <IconGripVertical size={14} stroke={1.7} aria-hidden />
        </button>
        <button
          type="button"
          className="reference-row__icon"
          role="switch"
          aria-checked={isShown}
          aria-label={`Show ${name}`}
          title={isShown ? 'Hide' : 'Show'}
          onClick={() => showLayer(layer, !isShown)}
        >
          <EyeIcon size={16} stroke={1.7} aria-hidden />
        </button>
        <LayerSwatch layer={layer} scheme={scheme} />
        <div className="reference-row__text">
          <div className="reference-row__name" title={name}>
            {name}
          </div>
          <div className="reference-row__figures">{figuresOf(layer)}</div>
        </div>
        <button
          type="button"
          className="reference-row__icon"
          aria-expanded={isStyled}
          aria-label={`Style ${name}`}
          title="Style, labels and filter"
          onClick={onStyle}
        >
          <IconAdjustments size={16} stroke={1.7} aria-hidden />
        </button>
        <Menu position="bottom-end" shadow="md" transitionProps={{ duration: 0 }}>
          <Menu.Target>
            <button type="button" className="reference-row__icon" aria-label={`More for ${name}`} title="More">
              <IconDots size={16} stroke={1.7} aria-hidden />
            </button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item
              leftSection={<IconFocusCentered size={16} stroke={1.7} />}
              disabled={box === null}
              onClick={() => box && zoomToBox(map, box)}
            >
              Zoom to layer
            </Menu.Item>
            <Menu.Item leftSection={<IconTable size={16} stroke={1.7} />} onClick={() => openLayerTable(layer.layerId)}>
              Attribute table
            </Menu.Item>
            {isRecordLayer(layer.layerId) ? null : (
              <Menu.Item
                color="red"
                leftSection={<IconTrash size={16} stroke={1.7} />}
                onClick={() => void removeLayer(layer)}
              >
                Remove
              </Menu.Item>
            )}
          </Menu.Dropdown>
        </Menu>
      </div>
      {isShown ? <LayerLegend layer={layer} scheme={scheme} /> : null}
      <LayerMarks map={map} layer={layer} isShown={isShown} />
      {isStyled ? <LayerStyleForm layer={layer} scheme={scheme} /> : null}
    </>
  )
}

function figuresOf({ title, features, geometryTypes }: ListedLayer['layer']): string {
  const types = Object.keys(geometryTypes).map((type) => type.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase())
  return [title, `${features.toLocaleString('en-US')} ${features === 1 ? 'feature' : 'features'}`, types.join(', ')]
    .filter((text) => text !== '')
    .join(' · ')
}
