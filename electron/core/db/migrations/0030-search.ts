import type { Db } from '../database.ts'
import type { Migration } from './migration.ts'

/**
 * Full-text and position indices. They are written by the code that materialises sites, not by triggers: a trigger
 * would flush the full-text index once a row, which makes an import several times slower.
 */
export const search0030: Migration = {
  version: 30,
  name: 'search',
  up(db: Db) {
    db.exec(`
      CREATE VIRTUAL TABLE site_rtree USING rtree (key, west, east, south, north);

      CREATE VIRTUAL TABLE site_fts USING fts5 (
        name, place, operator, owner, utility, notes,
        content='', contentless_delete=1,
        tokenize='unicode61 remove_diacritics 2'
      );

      CREATE VIEW site_text AS
      SELECT key, id, name, concat_ws(' ', city, county, state) AS place, operator, owner, utility,
        (SELECT group_concat(text, ' ') FROM note WHERE note.site_id = site.id) AS notes
      FROM site;

      INSERT INTO site_rtree (key, west, east, south, north)
      SELECT key, longitude, longitude, latitude, latitude FROM site WHERE latitude IS NOT NULL;

      INSERT INTO site_fts (rowid, name, place, operator, owner, utility, notes)
      SELECT key, name, place, operator, owner, utility, notes FROM site_text;
    `)
  },
}
