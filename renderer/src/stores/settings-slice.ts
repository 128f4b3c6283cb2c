import * as z from 'zod'
import { peakHours } from '../../../shared/contract/prices.ts'
import { judgment } from '../../../shared/contract/rulers.ts'
import { MEASURE_UNITS } from '../../../shared/map/geodesy/format-measure.ts'
import { siteFilters } from '../list/filter-rows.ts'
import { SORT_KEYS } from '../list/sort-rows.ts'
import { groundLook } from '../map/ground-look.ts'
import { siteLook } from '../map/site-look.ts'
import type { SliceTools } from './app-state.ts'
import { scenarioOf } from './scenario-slice.ts'

export const THEMES = ['system', 'light', 'dark'] as const

export type Theme = (typeof THEMES)[number]

const mapView = z.object({ latitude: z.number(), longitude: z.number(), zoom: z.number() })

/** What is remembered between two starts. Each entry is read alone, so that one bad entry loses no other. */
const REMEMBERED = {
  theme: z.enum(THEMES),
  preset: z.string(),
  deck: z.string().nullable(),
  changes: z.record(z.string(), z.number()),
  deckSources: z.record(z.string(), z.object({ source: z.string(), asOf: z.string().nullable() })),
  listWidthPx: z.number().min(280).max(1_200),
  panelWidthPx: z.number().min(320).max(1_200),
  filters: siteFilters,
  sort: z.object({ key: z.enum(SORT_KEYS), descending: z.boolean() }),
  mapView,
  ground: groundLook,
  siteLook,
  layersPanel: z.object({ isOpen: z.boolean(), folded: z.array(z.string()) }),
  layerShown: z.record(z.string(), z.boolean()),
  measureUnits: z.enum(MEASURE_UNITS),
  lastSite: z.string().nullable(),
  ruler: z.string(),
  judges: z.array(judgment).min(1),
  peakHours: z.record(z.string(), peakHours),
  drawsByThemselves: z.boolean(),
}

type Remembered = { [K in keyof typeof REMEMBERED]: z.output<(typeof REMEMBERED)[K]> }

export interface SettingsSlice {
  readonly theme: Theme
  readonly listWidthPx: number
  readonly panelWidthPx: number
  readonly mapView: Remembered['mapView'] | undefined
  setTheme(theme: Theme): void
  setWidths(widths: Partial<Pick<Remembered, 'listWidthPx' | 'panelWidthPx'>>): void
  setMapView(view: Remembered['mapView']): void
  /** Remembers choices; writes follow each other by at least a third of a second. */
  remember(patch: Partial<Remembered>): void
  readSettings(): Promise<void>
}

const WRITE_PAUSE_MS = 300

const WIDE_FROM_PX = 1_600

export function settingsSlice({ set, get, ports }: SliceTools): SettingsSlice {
  let pending: Partial<Remembered> = {}
  let timer: ReturnType<typeof setTimeout> | undefined
  let isReading = false
  const isWide = window.innerWidth >= WIDE_FROM_PX

  function write(): void {
    const patch = pending
    pending = {}
    ports.client['settings.write']({ patch }).catch((error: unknown) => get().report(error))
  }

  return {
    theme: 'system',
    listWidthPx: isWide ? 560 : 440,
    panelWidthPx: isWide ? 480 : 410,
    mapView: undefined,
    setTheme(theme) {
      set({ theme })
      get().remember({ theme })
    },
    setWidths(widths) {
      set(widths)
      get().remember(widths)
    },
    setMapView(view) {
      set({ mapView: view })
      get().remember({ mapView: view })
    },
    remember(patch) {
      if (isReading) return
      pending = { ...pending, ...patch }
      clearTimeout(timer)
      timer = setTimeout(write, WRITE_PAUSE_MS)
    },
    async readSettings() {
      const stored = await ports.client['settings.read']({})
      const read = <K extends keyof Remembered>(name: K): Remembered[K] | undefined => {
        const parsed = REMEMBERED[name].safeParse(stored[name])
        return parsed.success ? (parsed.data as Remembered[K]) : undefined
      }
      isReading = true
      try {
        const preset = read('preset')
        const input = preset === undefined ? undefined : { preset, changes: read('changes') ?? {} }
        const scenario = input === undefined ? null : scenarioOf(input)
        set({
          ...(scenario && input ? { scenario, scenarioInput: input } : {}),
          deckSources: read('deckSources') ?? {},
          theme: read('theme') ?? 'system',
          listWidthPx: read('listWidthPx') ?? get().listWidthPx,
          panelWidthPx: read('panelWidthPx') ?? get().panelWidthPx,
          drawsByThemselves: read('drawsByThemselves') ?? true,
          mapView: read('mapView'),
          ground: read('ground') ?? get().ground,
          siteLook: read('siteLook') ?? get().siteLook,
          layersPanel: read('layersPanel') ?? get().layersPanel,
          layerShown: read('layerShown') ?? {},
          measureUnits: read('measureUnits') ?? get().measureUnits,
          peakHours: read('peakHours') ?? {},
          judges: read('judges') ?? get().judges,
          filters: read('filters') ?? get().filters,
          sort: read('sort') ?? get().sort,
        })
        const ruler = read('ruler')
        if (ruler !== undefined) {
          await get().refreshRulers()
          get().chooseRuler(ruler)
        }
        const deck = read('deck')
        if (deck) await get().resumeDeck(deck, read('changes') ?? {})
        const lastSite = read('lastSite')
        if (lastSite) get().selectSite(lastSite, 'list')
      } finally {
        isReading = false
      }
    },
  }
}
