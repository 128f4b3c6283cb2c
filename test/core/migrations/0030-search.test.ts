import { expect, test } from 'vitest'
import { migratedTo, stepTo } from '../../support/migrated.ts'

test('the step indexes the sites and notes that are there already', () => {
  const db = migratedTo(20)
  db.exec(`
    INSERT INTO site (id, revision, name, city, latitude, longitude) VALUES ('a', 1, 'Peñasco', 'Taos', 36.2, -105.7);
    INSERT INTO site (id, revision, name) VALUES ('b', 1, 'Nowhere yet');
    INSERT INTO note VALUES ('n', 'b', 'Old breaker yard', 'x', 0, 0);
  `)
  stepTo(db, 30)
  const find = db
    .prepare('SELECT id FROM site_fts JOIN site ON site.key = site_fts.rowid WHERE site_fts MATCH ?')
    .pluck()
  expect(find.all('penasco')).toEqual(['a'])
  expect(find.all('taos')).toEqual(['a'])
  expect(find.all('breaker')).toEqual(['b'])
  expect(db.prepare('SELECT id FROM site_rtree JOIN site USING (key)').pluck().all()).toEqual(['a'])
  expect(db.prepare(`SELECT rtreecheck('site_rtree')`).pluck().get()).toBe('ok')
})
