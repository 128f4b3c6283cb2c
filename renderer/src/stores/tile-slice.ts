import type { GrantedFile } from '../../../shared/contract/app.ts'
import { AppError } from '../../../shared/contract/errors.ts'
import type { TileSource, TileTestReport } from '../../../shared/contract/tiles.ts'
import type { GeoBox } from '../../../shared/map/tiles/tiles-of-box.ts'
import type { FetchTile } from '../api/tile-door.ts'
import type { SliceTools } from './app-state.ts'

/** Most bytes that a page hands over to the host. */
const MOST_UPLOAD_BYTES = 2 * 1024 ** 3
const WRITE_PAUSE_MS = 200

export type TileChange = Partial<Pick<TileSource, 'opacity' | 'visible' | 'flipped'>>

export interface TileSlice {
  /** The user's own tiles, the lowest first. */
  readonly tileSources: readonly TileSource[]
  /** What went wrong while tiles were drawn, one sentence by source. */
  readonly tileMarks: Readonly<Record<string, string>>
  readonly tileTest: { readonly state: 'none' | 'running' | 'done'; readonly report: TileTestReport | null }
  /** The online source of which a pack is being made. */
  readonly tilePacking: string | null
  /** The share of a file that was handed over, 0 to 1; null while none is. */
  readonly tileSending: { readonly name: string; readonly share: number } | null
  readonly fetchTile: FetchTile
  refreshTiles(): Promise<void>
  pickTiles(): Promise<void>
  dropTiles(files: readonly File[]): Promise<void>
  addTiles(file: GrantedFile): Promise<void>
  /** True when the address was taken. */
  addOnlineTiles(given: { template: string; name: string; attribution: string }): Promise<boolean>
  /** Shows a change at once and has it remembered a little later, so that a slider does not write a hundred times. */
  setTiles(source: TileSource, change: TileChange): void
  /** Moves a source one step: 1 up, towards the sites; -1 down. */
  moveTiles(source: TileSource, step: 1 | -1): Promise<void>
  removeTiles(source: TileSource): Promise<void>
  /** Keeps the tiles of a box of degrees for use without a network. */
  packTiles(source: TileSource, box: GeoBox, maxZoom: number): Promise<void>
  /** Says what is wrong with a source, null when nothing is; where it is gone, the list is read again. */
  markTiles(tileSourceId: string, mark: string | null, isGone?: boolean): void
  testTiles(): Promise<void>
  closeTileTest(): void
}

export function tileSlice({ set, get, ports }: SliceTools): TileSlice {
  const { client } = ports
  const pending = new Map<string, TileChange>()
  let timer: ReturnType<typeof setTimeout> | undefined

  async function attempt(work: () => Promise<void>): Promise<boolean> {
    try {
      await work()
      return true
    } catch (error) {
      get().report(error)
      return false
    }
  }

  const replace = (changed: TileSource): void =>
    set((state) => ({
      tileSources: state.tileSources.map((each) => (each.tileSourceId === changed.tileSourceId ? changed : each)),
    }))

  async function write(): Promise<void> {
    const changes = [...pending]
    pending.clear()
    for (const [tileSourceId, change] of changes) {
      const done = await attempt(async () => {
        const changed = await client['tiles.set']({ tileSourceId, ...change })
        // What was moved on meanwhile is not set back.
        if (!pending.has(tileSourceId)) replace(changed)
      })
      if (!done) await get().refreshTiles()
    }
  }

  return {
    tileSources: [],
    tileMarks: {},
    tileTest: { state: 'none', report: null },
    tileSending: null,
    tilePacking: null,
    fetchTile: (path, signal) => ports.fetchTile(path, signal),
    async refreshTiles() {
      await attempt(async () => set({ tileSources: await client['tiles.list']({}) }))
    },
    async pickTiles() {
      await attempt(async () => {
        for (const file of await ports.files.pick()) await get().addTiles(file)
      })
    },
    async dropTiles(files) {
      for (const file of files) {
        await attempt(async () => {
          if (file.size > MOST_UPLOAD_BYTES)
            throw new AppError(
              'bad_input',
              `"${file.name}" is larger than 2 GB, the most that can be dropped; ${
                get().info?.host === 'desktop'
                  ? 'choose it with the plus of "Your tiles"'
                  : 'add it on the command line with "switchyard tiles add"'
              }, which reads it where it lies.`,
            )
          set({ tileSending: { name: file.name, share: 0 } })
          const granted = await ports.files.receive(file, (share) => set({ tileSending: { name: file.name, share } }))
          await get().addTiles(granted)
        })
        set({ tileSending: null })
      }
    },
    async addTiles({ grant }) {
      await attempt(async () => {
        const added = await client['tiles.add']({ grant })
        await get().refreshTiles()
        get().openLayersPanel(true)
        get().notify('done', `Added the tiles ${added.name}.`)
      })
    },
    addOnlineTiles: (given) =>
      attempt(async () => {
        await client['tiles.addOnline'](given)
        await get().refreshTiles()
      }),
    setTiles(source, change) {
      const { tileSourceId } = source
      replace({ ...source, ...change })
      get().markTiles(tileSourceId, null)
      pending.set(tileSourceId, { ...pending.get(tileSourceId), ...change })
      clearTimeout(timer)
      timer = setTimeout(() => void write(), WRITE_PAUSE_MS)
    },
    async moveTiles(source, step) {
      const order = get().tileSources.map(({ tileSourceId }) => tileSourceId)
      const from = order.indexOf(source.tileSourceId)
      const to = from + step
      if (from < 0 || to < 0 || to >= order.length) return
      order.splice(to, 0, ...order.splice(from, 1))
      await attempt(async () => {
        await client['tiles.order']({ tileSourceIds: order })
        await get().refreshTiles()
      })
    },
    async packTiles({ tileSourceId, name }, box, maxZoom) {
      set({ tilePacking: tileSourceId })
      await attempt(async () => {
        const packed = await client['tiles.pack']({ tileSourceId, ...box, maxZoom })
        await get().refreshTiles()
        get().notify('done', `Kept the tiles of ${name} in this view: ${packed.name}.`)
      })
      set({ tilePacking: null })
    },
    async removeTiles({ tileSourceId, name }) {
      await attempt(async () => {
        await client['tiles.remove']({ tileSourceId })
        await get().refreshTiles()
        get().notify('done', `Removed the tiles ${name}.`)
      })
    },
    markTiles(tileSourceId, mark, isGone = false) {
      const { [tileSourceId]: before, ...others } = get().tileMarks
      if (mark === null && before === undefined) return
      if (mark === before) return
      set({ tileMarks: mark === null ? others : { ...others, [tileSourceId]: mark } })
      // The file may be gone or another one: the list says which.
      const source = get().tileSources.find((each) => each.tileSourceId === tileSourceId)
      if (isGone && source?.origin !== 'online') void get().refreshTiles()
    },
    async testTiles() {
      set({ tileTest: { state: 'running', report: null } })
      const done = await attempt(async () =>
        set({ tileTest: { state: 'done', report: await client['tiles.selfTest']({}) } }),
      )
      if (!done) set({ tileTest: { state: 'none', report: null } })
      await get().refreshTiles()
    },
    closeTileTest: () => set({ tileTest: { state: 'none', report: null } }),
  }
}
