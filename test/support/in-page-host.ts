import type { HostConnection } from '../../renderer/src/api/host-connection.ts'
import { CategoryBuilder } from '../../shared/columns/category-builder.ts'
import { packColumns } from '../../shared/columns/pack-columns.ts'
import {
  CATEGORY_COLUMNS,
  type CategoryColumn,
  type CategoryValues,
  NUMBER_COLUMNS,
  type NumberColumn,
  type SiteColumns,
} from '../../shared/columns/site-columns.ts'
import type { CommentAnchor, CommentThread } from '../../shared/contract/comments.ts'
import { methodDef } from '../../shared/contract/contract.ts'
import type { SavedRuler } from '../../shared/contract/rulers.ts'
import type { SiteAttribute, SiteNote } from '../../shared/contract/sites.ts'
import { rungLevel } from '../../shared/domain/site/evidence-rung.ts'
import type { SiteFieldKey } from '../../shared/domain/site/site-fields.ts'
import type { SiteValue } from '../../shared/domain/site/site-value.ts'
import type { LayerLook } from '../../shared/map/layers/layer-look.ts'
import { PageAnnotations } from './page-annotations.ts'
import { PageComments } from './page-comments.ts'
import { PageLayers } from './page-layers.ts'

export interface PageSite {
  readonly siteId: string
  readonly values: Readonly<Partial<Record<SiteFieldKey, SiteValue>>>
  readonly rung?: SiteAttribute['rung']
}

interface HeldSite {
  readonly siteId: string
  readonly attributes: Map<SiteFieldKey, SiteAttribute>
  notes: SiteNote[]
}

interface Step {
  readonly label: string
  undo(): void
  redo(): void
}

/** A host inside the page: a small catalog in memory behind the contract, for tests of the screens without a process. */
export class InPageHost {
  readonly settings: Record<string, unknown> = {}
  /** Names of the methods that were called, in order. */
  readonly calls: string[] = []
  /** Files that the page made and the user kept. */
  readonly saved: { name: string; bytes: Uint8Array }[] = []
  /** A method that fails the next time it is called, with its sentence. */
  failNext: { method: string; message: string } | null = null
  readonly layers = new PageLayers()
  readonly comments = new PageComments('Dana')
  readonly annotations = new PageAnnotations('Dana')
  /** What a test says that a method answers, by its name. */
  readonly answers: Record<string, (input: Readonly<Record<string, unknown>>) => unknown> = {}
  readonly #sites: HeldSite[]
  readonly #listeners = new Set<(event: unknown) => void>()
  #undo: Step[] = []
  #redo: Step[] = []
  #revision = 1
  #rulers: SavedRuler[] = []

  constructor(sites: readonly PageSite[]) {
    this.#sites = sites.map(({ siteId, values, rung }) => ({
      siteId,
      notes: [],
      attributes: new Map(
        (Object.entries(values) as [SiteFieldKey, SiteValue][]).map(([field, value]) => [
          field,
          attribute(field, value, { rung: rung ?? 'energized', origin: 'data_set', dataSet: 'sites.csv' }),
        ]),
      ),
    }))
  }

  connection(): HostConnection {
    return {
      transport: {
        call: async (method, input) => this.#answer(method, input),
        onEvent: (listener) => {
          this.#listeners.add(listener)
          return () => this.#listeners.delete(listener)
        },
      },
      onState: () => () => {},
      fetchTile: () => Promise.resolve(new Response(null, { status: 404 })),
      files: {
        pick: () => Promise.resolve([]),
        receive: () => Promise.reject(new Error('This host takes no files.')),
        save: () => Promise.resolve(false),
        saveMade: async (file) => {
          this.saved.push({ name: file.name, bytes: new Uint8Array(await file.arrayBuffer()) })
          return true
        },
      },
    }
  }

  #answer(method: string, input: unknown): unknown {
    this.calls.push(method)
    if (this.failNext?.method === method) {
      const { message } = this.failNext
      this.failNext = null
      return { ok: false, error: { code: 'bad_input', message } }
    }
    const def = methodDef(method)
    if (!def) return { ok: false, error: { code: 'unknown_method', message: `No method ${method}.` } }
    const value = this.#run(method, def.input.parse(input) as Record<string, string>)
    return { ok: true, value: def.output.parse(value) }
  }

  #run(method: string, input: Record<string, string>): unknown {
    const given = this.answers[method]
    if (given) return given(input)
    switch (method) {
      case 'sites.columns':
        return packColumns(columnsOf(this.#sites, this.#revision))
      case 'sites.get': {
        const { siteId, attributes, notes } = this.#site(input['siteId'] ?? '')
        return { siteId, attributes: [...attributes.values()], notes, records: [], evidence: [] }
      }
      case 'sites.search':
        return []
      case 'sites.changes':
        return []
      case 'decks.list':
      case 'mappings.list':
      case 'tiles.list':
      case 'queue.editions':
        return []
      case 'layers.list':
        return this.layers.list()
      case 'layers.shapes':
        return this.layers.shapes(input as never)
      case 'layers.feature':
        return this.layers.feature(Number(input['featureId']))
      case 'layers.fields':
        return this.layers.fields(Number(input['layerId']))
      case 'layers.values':
        return this.layers.values(Number(input['layerId']), input['attribute'] ?? '')
      case 'layers.rows':
        return this.layers.rows(input as never)
      case 'layers.rowOf':
        return this.layers.rowOf(input as never)
      case 'layers.restyle': {
        const { layerId, look } = input as unknown as { layerId: number; look: LayerLook }
        return this.#setLayers('Style layer', this.layers.restyled(layerId, look))
      }
      case 'layers.reorder':
        return this.#setLayers('Reorder layers', this.layers.reordered(input['layerIds'] as unknown as number[]))
      case 'layers.remove':
        return this.#setLayers('Remove layer', this.layers.removed(Number(input['layerId'])))
      case 'annotations.list':
        return { ...this.annotations.held, leftOut: 0 }
      case 'annotations.versions':
        return this.annotations.versions
      case 'annotations.write': {
        const { held, created, label } = this.annotations.written(
          input as unknown as Parameters<PageAnnotations['written']>[0],
        )
        return { ...this.#setAnnotations(label, held), created }
      }
      case 'annotations.saveGroup': {
        const { held, groupId } = this.annotations.savedGroup(
          input as unknown as Parameters<PageAnnotations['savedGroup']>[0],
        )
        return { ...this.#setAnnotations('Change drawing layer', held), groupId }
      }
      case 'annotations.removeGroup':
        return this.#setAnnotations('Remove drawing layer', this.annotations.removedGroup(input['groupId'] ?? ''))
      case 'comments.list':
        return { threads: this.comments.threads, leftOut: 0 }
      case 'comments.counts':
        return this.comments.counts()
      case 'comments.start': {
        const { anchor, text } = input as unknown as { anchor: CommentAnchor; text: string }
        const { threads, threadId } = this.comments.started(anchor, text)
        const commentId = threads[0]?.comments[0]?.commentId ?? ''
        return { ...this.#setThreads('Comment', threads), threadId, commentId }
      }
      case 'comments.reply': {
        const threadId = input['threadId'] ?? ''
        const threads = this.comments.replied(threadId, input['text'] ?? '')
        const thread = threads.find((each) => each.threadId === threadId)
        return { ...this.#setThreads('Reply', threads), threadId, commentId: thread?.comments.at(-1)?.commentId ?? '' }
      }
      case 'comments.resolve': {
        const { threadId, isResolved } = input as unknown as { threadId: string; isResolved: boolean }
        return this.#setThreads('Resolve comments', this.comments.resolved(threadId, isResolved))
      }
      case 'comments.edit': {
        const commentId = input['commentId'] ?? ''
        const threads = this.comments.edited(commentId, input['text'] ?? '')
        const thread = threads.find(({ comments }) => comments.some((each) => each.commentId === commentId))
        return { ...this.#setThreads('Edit comment', threads), threadId: thread?.threadId ?? '', commentId }
      }
      case 'comments.remove':
        return this.#setThreads('Remove comment', this.comments.removed(input['commentId'] ?? ''))
      case 'rulers.list':
        return this.#rulers
      case 'rulers.save':
        return this.#saveRuler(input as unknown as Omit<SavedRuler, 'version' | 'author' | 'savedAt'>)
      case 'sites.edit':
        return this.#edit(input as unknown as SiteAttribute & { siteId: string })
      case 'notes.write':
        return this.#writeNote(input['siteId'] ?? '', input['text'] ?? '')
      case 'history.state':
        return this.#history()
      case 'history.undo':
        return this.#step(this.#undo, this.#redo, 'undo')
      case 'history.redo':
        return this.#step(this.#redo, this.#undo, 'redo')
      case 'catalog.summary':
        return {
          catalogId: 'page',
          revision: this.#revision,
          schemaVersion: 1,
          siteCount: this.#sites.length,
          noteCount: 0,
          conflictCount: 0,
          dataSets: [],
        }
      case 'settings.read':
        return this.settings
      case 'settings.write':
        Object.assign(this.settings, input['patch'])
        return {}
      case 'app.info':
        return { version: '0', host: 'browser', catalogLocation: 'page', author: 'Dana', notice: null }
      default:
        throw new Error(`The host in the page does not answer ${method}.`)
    }
  }

  #site(siteId: string): HeldSite {
    const site = this.#sites.find((each) => each.siteId === siteId)
    if (!site) throw new Error(`No site ${siteId}.`)
    return site
  }

  #edit({ siteId, field, value, source, asOf, rung }: SiteAttribute & { siteId: string }) {
    const { attributes } = this.#site(siteId)
    const before = attributes.get(field)
    const after = attribute(field, value, { source, asOf, rung, origin: 'edit', author: 'Dana' })
    return this.#commit({
      label: `Set ${field}`,
      undo: () => (before ? attributes.set(field, before) : attributes.delete(field)),
      redo: () => attributes.set(field, after),
    })
  }

  #writeNote(siteId: string, text: string) {
    const site = this.#site(siteId)
    const note = { noteId: crypto.randomUUID(), text, author: 'Dana', createdAt: Date.now(), editedAt: 0 }
    const result = this.#commit({
      label: 'Write a note',
      undo: () => {
        site.notes = site.notes.filter((each) => each !== note)
      },
      redo: () => site.notes.push(note),
    })
    return { ...result, noteId: note.noteId }
  }

  #saveRuler({ rulerId = 'own', name, lens, criteria, judgments }: Omit<SavedRuler, 'version' | 'author' | 'savedAt'>) {
    const before = this.#rulers
    const version = (before.find((each) => each.rulerId === rulerId)?.version ?? 0) + 1
    const kept = judgments === undefined ? {} : { judgments }
    const saved = { rulerId, name, lens, criteria, ...kept, version, author: 'Dana', savedAt: 0 }
    const result = this.#commit({
      label: `Save ruler ${name}`,
      undo: () => {
        this.#rulers = before
      },
      redo: () => {
        this.#rulers = [...before.filter((each) => each.rulerId !== rulerId), saved]
      },
    })
    return { ...result, rulerId, version }
  }

  #setThreads(label: string, threads: readonly CommentThread[]) {
    const before = this.comments.threads
    return this.#commit({
      label,
      undo: () => {
        this.comments.threads = before
      },
      redo: () => {
        this.comments.threads = threads
      },
    })
  }

  #setLayers(label: string, held: PageLayers['held']) {
    const before = this.layers.held
    return this.#commit({
      label,
      undo: () => {
        this.layers.held = before
      },
      redo: () => {
        this.layers.held = held
      },
    })
  }

  #setAnnotations(label: string, after: PageAnnotations['held']) {
    const before = this.annotations.held
    return this.#commit({
      label,
      undo: () => {
        this.annotations.held = before
      },
      redo: () => {
        this.annotations.held = after
      },
    })
  }

  #commit(step: Step) {
    step.redo()
    this.#undo.push(step)
    this.#redo = []
    return { revision: this.#changed(), label: step.label }
  }

  #step(from: Step[], to: Step[], way: 'undo' | 'redo') {
    const step = from.pop()
    if (!step) return { label: null, skipped: 0, revision: this.#revision }
    step[way]()
    to.push(step)
    return { label: step.label, skipped: 0, revision: this.#changed() }
  }

  #changed(): number {
    this.#revision += 1
    const event = { type: 'catalog', revision: this.#revision, history: this.#history() }
    for (const listener of this.#listeners) listener(event)
    return this.#revision
  }

  #history() {
    return { undoLabel: this.#undo.at(-1)?.label ?? null, redoLabel: this.#redo.at(-1)?.label ?? null }
  }
}

function attribute(field: SiteFieldKey, value: SiteValue, known: Partial<SiteAttribute>): SiteAttribute {
  return {
    field,
    value,
    source: '',
    asOf: null,
    rung: 'claimed',
    author: '',
    origin: 'data_set',
    dataSet: null,
    editedAt: null,
    ...known,
  }
}

function columnsOf(sites: readonly HeldSite[], revision: number): SiteColumns {
  const count = sites.length
  const numbers = {} as Record<NumberColumn, Float64Array>
  for (const column of NUMBER_COLUMNS) numbers[column] = new Float64Array(count).fill(Number.NaN)
  const categories = {} as Record<CategoryColumn, CategoryValues>
  for (const column of CATEGORY_COLUMNS) {
    const builder = new CategoryBuilder(count)
    for (const [row, { attributes }] of sites.entries()) builder.set(row, textOf(attributes.get(column)?.value))
    categories[column] = builder.done()
  }
  sites.forEach(({ attributes }, row) => {
    for (const [field, { value, rung }] of attributes) {
      if (typeof value === 'number' && field in numbers) numbers[field as NumberColumn][row] = value
      if (field === 'energizedMw') numbers.mwRungLevel[row] = rungLevel(rung)
      if (field === 'position' && value !== null && typeof value === 'object') {
        numbers.latitude[row] = value.latitude
        numbers.longitude[row] = value.longitude
      }
    }
  })
  return {
    revision,
    count,
    ids: sites.map((site) => site.siteId),
    names: sites.map(({ attributes }) => textOf(attributes.get('name')?.value) ?? ''),
    numbers,
    categories,
  }
}

function textOf(value: SiteValue | undefined): string | null {
  return typeof value === 'string' ? value : null
}
