/** The formats in which sites leave the catalog. */
export const EXPORT_FORMATS = ['csv', 'xlsx', 'geojson', 'kml', 'kmz', 'gpkg', 'shp'] as const

export type ExportFormat = (typeof EXPORT_FORMATS)[number]

export interface ExportFormatText {
  /** What a user reads. */
  readonly label: string
  readonly fileExtension: string
  readonly hint: string
}

export const EXPORT_FORMAT_TEXTS: Readonly<Record<ExportFormat, ExportFormatText>> = {
  csv: { label: 'CSV', fileExtension: 'csv', hint: 'One table; opens in every spreadsheet.' },
  xlsx: { label: 'Excel workbook', fileExtension: 'xlsx', hint: 'Sheets of sites, notes and sources.' },
  geojson: { label: 'GeoJSON', fileExtension: 'geojson', hint: 'Points with all columns, for web maps and scripts.' },
  kml: { label: 'KML', fileExtension: 'kml', hint: 'Folders and colours, for Google Earth.' },
  kmz: { label: 'KMZ', fileExtension: 'kmz', hint: 'The same as KML, zipped.' },
  gpkg: { label: 'GeoPackage', fileExtension: 'gpkg', hint: 'Styled layer and tables, for QGIS.' },
  shp: {
    label: 'Shapefile',
    fileExtension: 'zip',
    hint: 'For older GIS; names are cut to 10 characters and texts to 254 bytes.',
  },
}
