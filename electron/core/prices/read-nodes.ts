import { AppError } from '../../../shared/contract/errors.ts'
import type { PriceNode } from '../../../shared/contract/prices.ts'
import type { PriceRun } from '../../../shared/domain/prices/price-series.ts'
import type { Db } from '../db/database.ts'
import { prepared } from '../db/prepared.ts'

interface NodeRow {
  readonly key: number
  readonly market: string
  readonly run: PriceRun
  readonly name: string
  readonly type: string
  readonly bytes: number
  readonly fromMonth: number
  readonly toMonth: number
  readonly source: string
}

const NODE_ID = "market || '/' || run || '/' || name || iif(type = '', '', '/' || type)"
const nodesWhere = (condition: string) => `
  SELECT counted.*, data_set_name AS source FROM (
    SELECT node.key, market, run, node.name, node.type, sum(length(chunk.starts)) AS bytes, min(month) AS fromMonth,
      max(month) AS toMonth, max(chunk.edition) AS newest
    FROM price_node AS node JOIN price_chunk AS chunk ON chunk.node = node.key
    JOIN import_edition AS edition ON edition.key = chunk.edition AND is_undone = 0
    WHERE ${condition} GROUP BY node.key
  ) AS counted JOIN import_edition ON import_edition.key = newest ORDER BY market, name, run, type`

/** The nodes that have prices, by market and name. */
export function readNodes(db: Db, text: string, limit: number): { nodes: PriceNode[]; total: number } {
  const rows = prepared(db, nodesWhere("instr(lower(market || ' ' || name), lower(?)) > 0")).all(
    text.trim(),
  ) as NodeRow[]
  return { nodes: rows.slice(0, limit).map(priceNode), total: rows.length }
}

/** Whether the catalog has prices of a node. */
export function hasNode(db: Db, nodeId: string): boolean {
  return prepared(db, nodesWhere(`${NODE_ID} = ?`)).get(nodeId) !== undefined
}

/** A node with its key. @throws AppError 'not_found' */
export function requireNode(db: Db, nodeId: string): { key: number; node: PriceNode } {
  const row = prepared(db, nodesWhere(`${NODE_ID} = ?`)).get(nodeId) as NodeRow | undefined
  if (!row)
    throw new AppError(
      'not_found',
      `The catalog has no prices of "${nodeId}"; import a file with them, or choose a node from the list of prices.`,
    )
  return { key: row.key, node: priceNode(row) }
}

/** Editions that overlap count each interval they hold. */
function priceNode({ market, run, name, type, bytes, fromMonth, toMonth, source }: NodeRow): PriceNode {
  const nodeId = `${market}/${run}/${name}${type === '' ? '' : `/${type}`}`
  const month = (number: number) => `${Math.floor(number / 100)}-${String(number % 100).padStart(2, '0')}`
  return {
    nodeId,
    market,
    run,
    name,
    type,
    intervals: bytes / 4,
    fromMonth: month(fromMonth),
    toMonth: month(toMonth),
    source,
  }
}
