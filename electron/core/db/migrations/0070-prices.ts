import type { Db } from '../database.ts'
import type { Migration } from './migration.ts'

/**
 * Market prices: the nodes and hubs that files name, and their series by month, packed. A chunk belongs to the edition
 * that brought it and goes with it; where editions overlap the newest holds. A site may name the node it buys at.
 */
export const prices0070: Migration = {
  version: 70,
  name: 'prices',
  up(db: Db) {
    db.exec(`
      CREATE TABLE price_node (
        key INTEGER PRIMARY KEY,
        market TEXT NOT NULL,
        run TEXT NOT NULL CHECK (run IN ('day_ahead', 'real_time', 'retail')),
        name TEXT NOT NULL,
        type TEXT NOT NULL,
        UNIQUE (market, run, name, type)
      ) STRICT;

      CREATE TABLE price_chunk (
        node INTEGER NOT NULL REFERENCES price_node,
        -- Year and month in UTC: 202201.
        month INTEGER NOT NULL,
        edition INTEGER NOT NULL REFERENCES import_edition ON DELETE CASCADE,
        interval_seconds INTEGER NOT NULL,
        -- Little-endian, by interval: its beginning as uint32 seconds since 1970 UTC, its price as float64 $/MWh.
        starts BLOB NOT NULL,
        prices BLOB NOT NULL CHECK (length(prices) = 2 * length(starts)),
        PRIMARY KEY (node, month, edition)
      ) STRICT;
      CREATE INDEX price_chunk_edition ON price_chunk (edition);

      ALTER TABLE site ADD COLUMN price_node TEXT;
    `)
  },
}
