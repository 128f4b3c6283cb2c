/** Tables that every GeoPackage 1.3 has (OGC 12-128r17, annex C). */
export const GEOPACKAGE_TABLES = `
  PRAGMA application_id = 0x47504B47;
  PRAGMA user_version = 10300;
  CREATE TABLE gpkg_spatial_ref_sys (
    srs_name TEXT NOT NULL,
    srs_id INTEGER NOT NULL PRIMARY KEY,
    organization TEXT NOT NULL,
    organization_coordsys_id INTEGER NOT NULL,
    definition TEXT NOT NULL,
    description TEXT
  );
  CREATE TABLE gpkg_contents (
    table_name TEXT NOT NULL PRIMARY KEY,
    data_type TEXT NOT NULL,
    identifier TEXT UNIQUE,
    description TEXT DEFAULT '',
    last_change DATETIME NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now')),
    min_x DOUBLE, min_y DOUBLE, max_x DOUBLE, max_y DOUBLE,
    srs_id INTEGER REFERENCES gpkg_spatial_ref_sys (srs_id)
  );
  CREATE TABLE gpkg_geometry_columns (
    table_name TEXT NOT NULL,
    column_name TEXT NOT NULL,
    geometry_type_name TEXT NOT NULL,
    srs_id INTEGER NOT NULL REFERENCES gpkg_spatial_ref_sys (srs_id),
    z TINYINT NOT NULL,
    m TINYINT NOT NULL,
    PRIMARY KEY (table_name, column_name)
  );
  CREATE TABLE gpkg_extensions (
    table_name TEXT,
    column_name TEXT,
    extension_name TEXT NOT NULL,
    definition TEXT NOT NULL,
    scope TEXT NOT NULL,
    UNIQUE (table_name, column_name, extension_name)
  );
  CREATE TABLE layer_styles (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    f_table_catalog TEXT(256),
    f_table_schema TEXT(256),
    f_table_name TEXT(256),
    f_geometry_column TEXT(256),
    styleName TEXT(30),
    styleQML TEXT,
    styleSLD TEXT,
    useAsDefault BOOLEAN,
    description TEXT,
    owner TEXT(30),
    ui TEXT(30),
    update_time DATETIME DEFAULT (strftime('%Y-%m-%dT%H:%M:%fZ', 'now'))
  );
`

/** Keeps the index right when another program edits the layer; made last, since SQLite alone has no ST_ functions. */
export const RTREE_TRIGGERS = `
  CREATE TRIGGER rtree_sites_geom_insert AFTER INSERT ON sites WHEN (new.geom NOT NULL AND NOT ST_IsEmpty(new.geom))
  BEGIN
    INSERT OR REPLACE INTO rtree_sites_geom VALUES
      (new.fid, ST_MinX(new.geom), ST_MaxX(new.geom), ST_MinY(new.geom), ST_MaxY(new.geom));
  END;
  CREATE TRIGGER rtree_sites_geom_update6 AFTER UPDATE OF geom ON sites
    WHEN old.fid = new.fid AND (new.geom NOT NULL AND NOT ST_IsEmpty(new.geom))
    AND (old.geom NOT NULL AND NOT ST_IsEmpty(old.geom))
  BEGIN
    UPDATE rtree_sites_geom SET minx = ST_MinX(new.geom), maxx = ST_MaxX(new.geom),
      miny = ST_MinY(new.geom), maxy = ST_MaxY(new.geom) WHERE id = new.fid;
  END;
  CREATE TRIGGER rtree_sites_geom_update7 AFTER UPDATE OF geom ON sites
    WHEN old.fid = new.fid AND (new.geom NOT NULL AND NOT ST_IsEmpty(new.geom))
    AND (old.geom ISNULL OR ST_IsEmpty(old.geom))
  BEGIN
    INSERT INTO rtree_sites_geom VALUES
      (new.fid, ST_MinX(new.geom), ST_MaxX(new.geom), ST_MinY(new.geom), ST_MaxY(new.geom));
  END;
  CREATE TRIGGER rtree_sites_geom_update2 AFTER UPDATE OF geom ON sites
    WHEN old.fid = new.fid AND (new.geom ISNULL OR ST_IsEmpty(new.geom))
  BEGIN
    DELETE FROM rtree_sites_geom WHERE id = old.fid;
  END;
  CREATE TRIGGER rtree_sites_geom_update5 AFTER UPDATE ON sites
    WHEN old.fid != new.fid AND (new.geom NOT NULL AND NOT ST_IsEmpty(new.geom))
  BEGIN
    DELETE FROM rtree_sites_geom WHERE id = old.fid;
    INSERT OR REPLACE INTO rtree_sites_geom VALUES
      (new.fid, ST_MinX(new.geom), ST_MaxX(new.geom), ST_MinY(new.geom), ST_MaxY(new.geom));
  END;
  CREATE TRIGGER rtree_sites_geom_update4 AFTER UPDATE ON sites
    WHEN old.fid != new.fid AND (new.geom ISNULL OR ST_IsEmpty(new.geom))
  BEGIN
    DELETE FROM rtree_sites_geom WHERE id IN (old.fid, new.fid);
  END;
  CREATE TRIGGER rtree_sites_geom_delete AFTER DELETE ON sites WHEN old.geom NOT NULL
  BEGIN
    DELETE FROM rtree_sites_geom WHERE id = old.fid;
  END;
`
