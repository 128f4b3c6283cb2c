import type { ExportedAnnotation } from './exported-annotations.ts'

/** Columns that simplestyle has words of its own for. */
const SIMPLESTYLE: Readonly<Record<string, string>> = {
  label: 'name',
  text: 'description',
  stroke_width: 'stroke-width',
  stroke_opacity: 'stroke-opacity',
  fill_opacity: 'fill-opacity',
}

/** A drawing as a feature of GeoJSON, with its style as simplestyle 1.1 writes it. */
export function geojsonAnnotation({ row, geometry }: ExportedAnnotation): string {
  const properties = Object.entries(row).flatMap(([name, value]) =>
    value === null || value === '' ? [] : [[SIMPLESTYLE[name] ?? name, value] as const],
  )
  return JSON.stringify({
    type: 'Feature',
    id: row['annotation_id'],
    geometry,
    properties: { record: 'annotation', ...Object.fromEntries(properties) },
  })
}
