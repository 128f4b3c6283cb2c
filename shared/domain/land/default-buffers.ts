import type { LayerRole } from '../nearby/layer-role.ts'

interface DefaultBuffer {
  readonly feet: number
  readonly reason: string
}

/**
 * Feet around the features of a layer on which nobody builds, to start from. All are assumptions: an easement, a county
 * or the Corps of Engineers may ask for more or less.
 */
export const DEFAULT_BUFFERS: Readonly<Partial<Record<LayerRole, DefaultBuffer>>> = {
  flood_zones: { feet: 0, reason: 'the zone itself' },
  wetlands: { feet: 50, reason: 'a usual upland buffer' },
  protected_land: { feet: 0, reason: 'the land itself' },
  transmission_lines: { feet: 75, reason: 'half of a right of way of 150 ft' },
  gas_pipelines: { feet: 50, reason: 'half of a right of way of 100 ft' },
  substations: { feet: 100, reason: 'fence, access and lines out' },
  roads: { feet: 50, reason: 'half of a road’s right of way' },
  water: { feet: 50, reason: 'a usual stream buffer' },
}
