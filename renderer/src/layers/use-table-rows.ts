import { useCallback, useEffect, useRef, useState } from 'react'
import type { LayerRow } from '../../../shared/contract/layers.ts'
import type { LayerFilter } from '../../../shared/map/layers/layer-look.ts'
import { sentenceOf } from '../stores/notice-slice.ts'
import { useAppStore } from '../stores/use-app.ts'

/** What the table shows: which rows, in which order. */
export interface TableRequest {
  readonly layerId: number
  readonly attributes: string[]
  readonly sortBy: string | null
  readonly descending: boolean
  readonly text: string
  readonly filter: LayerFilter | null
}

export interface TableRows {
  /** Null until the first rows are there. */
  readonly total: number | null
  readonly problem: string | null
  /** A row by its place; undefined while it is read. */
  row(index: number): LayerRow | undefined
  /** Sees to it that rows from a place to another are read. */
  need(from: number, to: number): void
}

/** Rows of one question. */
const PAGE_ROWS = 100

/** The rows of an attribute table, read a page at a time as they come into view. */
export function useTableRows(request: TableRequest): TableRows {
  const store = useAppStore()
  const key = JSON.stringify(request)
  const pages = useRef({ key, rows: new Map<number, readonly LayerRow[]>(), asked: new Set<number>() })
  const [state, setState] = useState<{ key: string; total: number | null; problem: string | null }>({
    key,
    total: null,
    problem: null,
  })
  if (pages.current.key !== key) pages.current = { key, rows: new Map(), asked: new Set() }

  const need = useCallback(
    (from: number, to: number) => {
      const current = pages.current
      for (let page = Math.floor(from / PAGE_ROWS); page * PAGE_ROWS <= to; page += 1) {
        if (current.asked.has(page)) continue
        current.asked.add(page)
        const asked = JSON.parse(key) as TableRequest
        store
          .getState()
          .readLayerRows({ ...asked, offset: page * PAGE_ROWS, limit: PAGE_ROWS })
          .then(
            ({ total, rows }) => {
              if (pages.current !== current) return
              current.rows.set(page, rows)
              setState({ key, total, problem: null })
            },
            (error: unknown) => {
              if (pages.current === current) setState({ key, total: null, problem: sentenceOf(error) })
            },
          )
      }
    },
    [key, store],
  )
  useEffect(() => need(0, PAGE_ROWS - 1), [need])
  const isCurrent = state.key === key
  return {
    total: isCurrent ? state.total : null,
    problem: isCurrent ? state.problem : null,
    row: (index) => pages.current.rows.get(Math.floor(index / PAGE_ROWS))?.[index % PAGE_ROWS],
    need,
  }
}
