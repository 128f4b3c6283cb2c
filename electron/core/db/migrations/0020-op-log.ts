import { randomBytes } from 'node:crypto'
import type { Db } from '../database.ts'
import type { Migration } from './migration.ts'

/**
 * People's changes: one op a cell, each with the ops it replaced. Nothing is ever taken out of `op`; `head` and `note`
 * follow from it.
 */
export const opLog0020: Migration = {
  version: 20,
  name: 'op log',
  up(db: Db) {
    db.exec(`
      CREATE TABLE change_set (
        id TEXT PRIMARY KEY,
        label TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('edit', 'undo', 'redo')),
        author TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE op (
        id TEXT PRIMARY KEY,
        entity TEXT NOT NULL,
        row_id TEXT NOT NULL,
        field TEXT NOT NULL,
        value TEXT NOT NULL CHECK (json_valid(value)),
        author TEXT NOT NULL,
        change_set TEXT NOT NULL,
        -- The op whose state an undo or redo brought back.
        restores TEXT
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX op_cell ON op (entity, row_id, field);
      CREATE INDEX op_change_set ON op (change_set);

      CREATE TABLE op_parent (
        child TEXT NOT NULL REFERENCES op,
        parent TEXT NOT NULL,
        PRIMARY KEY (child, parent)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX op_parent_parent ON op_parent (parent);

      -- The ops of a cell that are nobody's parent: one when all is settled, several when people have not seen
      -- each other's change.
      CREATE TABLE head (
        entity TEXT NOT NULL,
        row_id TEXT NOT NULL,
        field TEXT NOT NULL,
        op TEXT NOT NULL REFERENCES op,
        PRIMARY KEY (entity, row_id, field, op)
      ) STRICT, WITHOUT ROWID;

      -- What undo and redo would do next; this machine's own, never merged.
      CREATE TABLE undo_step (
        position INTEGER PRIMARY KEY,
        stack TEXT NOT NULL CHECK (stack IN ('undo', 'redo')),
        change_set TEXT NOT NULL REFERENCES change_set
      ) STRICT;

      CREATE TABLE note (
        id TEXT PRIMARY KEY,
        site_id TEXT NOT NULL,
        text TEXT NOT NULL,
        author TEXT NOT NULL,
        created_at INTEGER NOT NULL,
        edited_at INTEGER NOT NULL
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX note_site ON note (site_id);
    `)
    const put = db.prepare('INSERT INTO meta (key, value) VALUES (?, ?)')
    put.run('node_id', randomBytes(8).toString('hex'))
    put.run('clock', '')
  },
}
