import type { PriceRun } from '../../../shared/domain/prices/price-series.ts'
import type { Db } from '../db/database.ts'
import { prepared } from '../db/prepared.ts'

export interface NodeName {
  readonly market: string
  readonly run: PriceRun
  readonly name: string
  readonly type: string
}

/** The key of a node; undefined where no file has named it yet. */
export function findNode(db: Db, { market, run, name, type }: NodeName): number | undefined {
  return prepared(db, 'SELECT key FROM price_node WHERE market = ? AND run = ? AND name = ? AND type = ?')
    .pluck()
    .get(market, run, name, type) as number | undefined
}

export function putNode(db: Db, node: NodeName): number {
  const known = findNode(db, node)
  if (known !== undefined) return known
  return db
    .prepare('INSERT INTO price_node (market, run, name, type) VALUES (?, ?, ?, ?) RETURNING key')
    .pluck()
    .get(node.market, node.run, node.name, node.type) as number
}
