import {
  IconArrowDown,
  IconArrowUp,
  IconChevronDown,
  IconEye,
  IconEyeOff,
  IconFlipVertical,
  IconFocusCentered,
  IconTrash,
} from '@tabler/icons-react'
import type { Map as LeafletMap } from 'leaflet'
import { useId, useState } from 'react'
import type { TileSource } from '../../../shared/contract/tiles.ts'
import { TILE_SCHEMA_TITLES } from '../../../shared/map/tiles/tile-schema.ts'
import { useApp } from '../stores/use-app.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { PackButton } from './pack-button.tsx'
import { sizeText } from './size-text.ts'

export interface TileRowProps {
  readonly source: TileSource
  readonly map: LeafletMap
  readonly isTop: boolean
  readonly isBottom: boolean
}

const ICON = { size: 16, stroke: 1.7 } as const

/** One of the user's tile sources, with what can be done about it. */
export function TileRow({ source, map, isTop, isBottom }: TileRowProps) {
  const mark = useApp((state) => state.tileMarks[source.tileSourceId])
  const setTiles = useApp((state) => state.setTiles)
  const moveTiles = useApp((state) => state.moveTiles)
  const removeTiles = useApp((state) => state.removeTiles)
  const refreshTiles = useApp((state) => state.refreshTiles)
  const [isOpen, setOpen] = useState(false)
  const detailsId = useId()
  const { name, visible, opacity, flipped, box, origin, problem, state } = source
  const isUsable = state === 'ready' || state === 'replaced'
  const warning = mark ?? (state === 'ready' && origin !== 'online' ? null : problem)
  return (
    <li className="tile-row" data-state={mark === undefined ? state : 'marked'}>
      <div className="tile-row__head">
        <IconButton
          label={visible ? `Hide ${name}` : `Show ${name}`}
          isDisabled={!isUsable}
          onClick={() => setTiles(source, { visible: !visible })}
        >
          {visible && isUsable ? <IconEye {...ICON} /> : <IconEyeOff {...ICON} />}
        </IconButton>
        <button
          type="button"
          className="tile-row__toggle"
          aria-expanded={isOpen}
          aria-controls={detailsId}
          onClick={() => setOpen(!isOpen)}
        >
          <span className="tile-row__text">
            <span className="tile-row__name" data-hidden={!visible || !isUsable}>
              {name}
            </span>
            <span className="tile-row__figures" title={figuresOf(source)}>
              {figuresOf(source)}
            </span>
          </span>
          <IconChevronDown className="tile-row__chevron" size={14} stroke={2} aria-hidden />
        </button>
      </div>
      {warning ? (
        <p className="tile-row__mark" role="status">
          {warning}
          {isUsable ? null : (
            <button type="button" className="tile-row__again" onClick={() => void refreshTiles()}>
              Look again
            </button>
          )}
        </p>
      ) : null}
      <div id={detailsId} className="tile-row__details" hidden={!isOpen}>
        <label className="tile-row__opacity">
          <span>Opacity</span>
          <input
            className="range"
            type="range"
            min={0}
            max={100}
            step={1}
            value={Math.round(opacity * 100)}
            aria-valuetext={`${Math.round(opacity * 100)} percent`}
            style={{ '--share': `${opacity * 100}%` } as React.CSSProperties}
            onChange={(event) => setTiles(source, { opacity: event.currentTarget.valueAsNumber / 100 })}
          />
          <output>{Math.round(opacity * 100)}%</output>
        </label>
        <dl className="tile-row__facts">
          <div>
            <dt>{origin === 'online' ? 'Server' : 'File'}</dt>
            <dd>{source.from}</dd>
          </div>
          <div>
            <dt>Credit</dt>
            <dd>{source.attribution || 'none stated'}</dd>
          </div>
          <div>
            <dt>License</dt>
            <dd>{source.license || 'not stated'}</dd>
          </div>
        </dl>
        {problem && problem !== warning ? <p className="tile-row__note">{problem}</p> : null}
        {origin === 'online' ? <PackButton source={source} map={map} /> : null}
        <div className="tile-row__actions">
          {box ? (
            <IconButton
              label={`Go to ${name}`}
              onClick={() =>
                map.fitBounds([
                  [box[1], box[0]],
                  [box[3], box[2]],
                ])
              }
            >
              <IconFocusCentered {...ICON} />
            </IconButton>
          ) : null}
          <IconButton label={`Move ${name} up`} isDisabled={isTop} onClick={() => void moveTiles(source, 1)}>
            <IconArrowUp {...ICON} />
          </IconButton>
          <IconButton label={`Move ${name} down`} isDisabled={isBottom} onClick={() => void moveTiles(source, -1)}>
            <IconArrowDown {...ICON} />
          </IconButton>
          {origin === 'online' ? null : (
            <IconButton
              label={flipped ? `Turn the rows of ${name} back` : `Turn the rows of ${name} over`}
              hint={flipped ? 'Rows are turned over; turn them back' : 'Flip vertically, where tiles are in wrong rows'}
              onClick={() => setTiles(source, { flipped: !flipped })}
            >
              <IconFlipVertical {...ICON} />
            </IconButton>
          )}
          <IconButton
            label={`Remove ${name}`}
            hint="Remove from the map; your file stays where it is"
            onClick={() => void removeTiles(source)}
          >
            <IconTrash {...ICON} />
          </IconButton>
        </div>
      </div>
    </li>
  )
}

function figuresOf({ origin, kind, schema, minZoom, maxZoom, sizeBytes, state }: TileSource): string {
  if (state === 'missing') return 'missing'
  if (state === 'broken') return 'cannot be read'
  const title = schema === null || schema === 'generic' ? '' : `${TILE_SCHEMA_TITLES[schema]} `
  const what = kind === 'raster' ? 'raster' : `${title}vector${schema === 'generic' ? ' lines' : ''}`
  const zooms = minZoom === maxZoom ? `z${minZoom}` : `z${minZoom}–${maxZoom}`
  if (origin === 'online') return `needs network · ${what} · ${zooms}`
  return [what, zooms, sizeBytes === null ? '' : sizeText(sizeBytes)].filter((text) => text !== '').join(' · ')
}
