import { IconBolt, IconBuildingCommunity, IconCurrentLocation, IconFlag, IconMap2, IconX } from '@tabler/icons-react'
import type { Map as LeafletMap } from 'leaflet'
import { type KeyboardEvent, useEffect, useId, useMemo, useRef, useState } from 'react'
import '../styles/places.css'
import { prefersStillness } from '../map/home-view.ts'
import { useApp, useAppStore } from '../stores/use-app.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { PlacePin } from './place-pin.ts'
import { openPlaceBook, type PlaceBook, type Suggestion, suggestPlaces } from './suggest-places.ts'

const ICONS = {
  coordinates: IconCurrentLocation,
  site: IconBolt,
  city: IconBuildingCommunity,
  county: IconMap2,
  state: IconMap2,
  country: IconFlag,
} as const

/** How near a jump to a place without an extent goes. */
const ZOOMS: Readonly<Record<Suggestion['kind'], number>> = {
  coordinates: 12,
  site: 10,
  city: 10,
  county: 9,
  state: 6,
  country: 4,
}

/** Takes coordinates in any usual form, or a name, and moves the map there; opened by Ctrl+G. */
export function JumpBox({ map }: { readonly map: LeafletMap }) {
  const isOpen = useApp((state) => state.isJumpOpen)
  const setOpen = useApp((state) => state.setJumpOpen)
  const pin = useMemo(() => new PlacePin(map), [map])
  useEffect(() => {
    const hide = () => pin.hide()
    const hideOnEscape = (event: globalThis.KeyboardEvent) => {
      if (event.key === 'Escape') pin.hide()
    }
    const container = map.getContainer()
    map.on('click', hide)
    container.addEventListener('keydown', hideOnEscape)
    return () => {
      map.off('click', hide)
      container.removeEventListener('keydown', hideOnEscape)
      pin.hide()
    }
  }, [map, pin])
  if (!isOpen) return null
  return (
    <JumpForm
      onClose={() => {
        setOpen(false)
        map.getContainer().focus({ preventScroll: true })
      }}
      onJump={(suggestion) => {
        const animate = !prefersStillness()
        const { latitude, longitude, box } = suggestion
        if (box && box[2] - box[0] < 180) {
          map.fitBounds(
            [
              [box[1], box[0]],
              [box[3], box[2]],
            ],
            { animate, maxZoom: 11, padding: [24, 24] },
          )
        } else map.setView([latitude, longitude], Math.max(map.getZoom(), ZOOMS[suggestion.kind]), { animate })
        if (suggestion.kind === 'coordinates' || suggestion.kind === 'city') pin.show(suggestion)
        else pin.hide()
      }}
    />
  )
}

interface JumpFormProps {
  onClose(): void
  onJump(suggestion: Suggestion): void
}

function JumpForm({ onClose, onJump }: JumpFormProps) {
  const store = useAppStore()
  const columns = useApp((state) => state.columns)
  const [text, setText] = useState('')
  const [active, setActive] = useState(0)
  const [book, setBook] = useState<PlaceBook | null>(null)
  const [isBookMissing, setBookMissing] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const id = useId()
  const { suggestions, problem } = useMemo(() => suggestPlaces(text, columns, book), [text, columns, book])
  useEffect(() => {
    let isGone = false
    openPlaceBook().then(
      (opened) => {
        if (!isGone) setBook(opened)
      },
      () => {
        if (!isGone) setBookMissing(true)
      },
    )
    input.current?.focus()
    return () => {
      isGone = true
    }
  }, [])

  const go = (suggestion: Suggestion | undefined): void => {
    if (!suggestion) return
    onJump(suggestion)
    if (suggestion.siteId !== null) store.getState().selectSite(suggestion.siteId, 'map')
    onClose()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step !== undefined && suggestions.length > 0) {
      event.preventDefault()
      setActive((active + step + suggestions.length) % suggestions.length)
    } else if (event.key === 'Enter') {
      event.preventDefault()
      go(suggestions[active])
    } else if (event.key === 'Escape') {
      event.stopPropagation()
      onClose()
    }
  }
  const isNothingFound =
    text.trim().length > 1 && suggestions.length === 0 && problem === null && (book ?? isBookMissing)
  return (
    <search className="jump-box" aria-label="Go to a place">
      <div className="jump-box__field">
        <IconCurrentLocation size={16} stroke={1.7} aria-hidden />
        <input
          ref={input}
          role="combobox"
          aria-label="Coordinates or a place"
          aria-expanded={suggestions.length > 0}
          aria-controls={`${id}-list`}
          aria-autocomplete="list"
          aria-activedescendant={suggestions[active] ? `${id}-${active}` : undefined}
          aria-describedby={`${id}-said`}
          placeholder="31.55, -97.15 · UTM · MGRS · city, county or site"
          spellCheck={false}
          autoComplete="off"
          maxLength={200}
          value={text}
          onChange={(event) => {
            setText(event.currentTarget.value)
            setActive(0)
          }}
          onKeyDown={onKeyDown}
        />
        <IconButton label="Close" onClick={onClose}>
          <IconX size={16} stroke={1.7} />
        </IconButton>
      </div>
      <div id={`${id}-list`} role="listbox" aria-label="Places" className="jump-box__list">
        {suggestions.map((suggestion, index) => {
          const Icon = ICONS[suggestion.kind]
          return (
            // biome-ignore lint/a11y/useKeyWithClickEvents: keys go to the text field, which names the active option.
            <div
              key={`${suggestion.kind} ${suggestion.title} ${suggestion.latitude} ${suggestion.longitude}`}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              className="jump-box__option"
              onMouseMove={() => setActive(index)}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => go(suggestion)}
            >
              <Icon size={16} stroke={1.7} aria-hidden />
              <span className="jump-box__title">{suggestion.title}</span>
              <span className="jump-box__hint">{suggestion.hint}</span>
            </div>
          )
        })}
      </div>
      <div id={`${id}-said`} className="jump-box__said" role="status">
        {problem ?? (isNothingFound ? sentence(text, isBookMissing) : null)}
      </div>
    </search>
  )
}

function sentence(text: string, isBookMissing: boolean): string {
  if (isBookMissing) return 'The names of places could not be loaded; coordinates and sites can still be found.'
  return `"${text.trim()}" is neither coordinates nor the name of a place or site; try 31.55, -97.15 or a county's name.`
}
