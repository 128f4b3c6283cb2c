import type { Db } from '../database.ts'
import type { Migration } from './migration.ts'

/** Threads of comments and what stands in them. The op log holds every version; a row is one as it stands. */
export const comments0121: Migration = {
  version: 121,
  name: 'comments',
  up(db: Db) {
    db.exec(`
      CREATE TABLE comment_thread (
        id TEXT PRIMARY KEY,
        -- What it is about, as the contract speaks of it.
        anchor TEXT NOT NULL CHECK (json_valid(anchor)),
        anchor_type TEXT GENERATED ALWAYS AS (anchor ->> 'type') VIRTUAL,
        -- Of an annotation's thread, the site that the annotation was of when the thread was opened.
        site_id TEXT,
        annotation_id TEXT,
        is_resolved INTEGER NOT NULL CHECK (is_resolved IN (0, 1)),
        is_contested INTEGER NOT NULL CHECK (is_contested IN (0, 1)),
        -- Who resolved or reopened it last, and when; null for a thread that nobody has.
        resolved_by TEXT,
        resolved_at INTEGER
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX comment_thread_site ON comment_thread (site_id);
      CREATE INDEX comment_thread_annotation ON comment_thread (annotation_id);

      CREATE TABLE comment (
        id TEXT PRIMARY KEY,
        thread_id TEXT NOT NULL,
        -- Removed ones stay for the history.
        is_gone INTEGER NOT NULL CHECK (is_gone IN (0, 1)),
        text TEXT NOT NULL,
        author TEXT NOT NULL,
        written_at INTEGER NOT NULL,
        edited_at INTEGER
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX comment_of_thread ON comment (thread_id);
    `)
  },
}
