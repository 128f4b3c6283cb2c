import { useEffect, useMemo, useState } from 'react'
import { type CountyOperator, countyOperators } from '../../../shared/map/areas/area-operators.ts'
import type { MapSectionProps } from '../layers/layers-section.tsx'
import { useApp } from '../stores/use-app.ts'
import { operatorEvidence } from './area-facts.ts'
import { AreaHighlight } from './area-highlight.ts'
import { OperatorsLayer } from './operators-layer.ts'

const NONE: ReadonlyMap<string, CountyOperator> = new Map()

interface Derived {
  readonly from: readonly unknown[]
  readonly operators: ReadonlyMap<string, CountyOperator>
}

/** A look at every site costs a third of a second at a hundred thousand of them, so all who ask share the last answer. */
let last: Derived = { from: [], operators: NONE }

/** Grid operators by county as the catalog tells them; none until the outlines are there, or while not wanted. */
export function useCountyOperators(isWanted = true): ReadonlyMap<string, CountyOperator> {
  const areas = useApp((state) => state.areas)
  const columns = useApp((state) => state.columns)
  const queue = useApp((state) => state.queueByCounty)
  return useMemo(() => {
    if (!isWanted || !areas || !columns) return NONE
    const from = [areas, columns, queue]
    if (from.some((part, at) => part !== last.from[at]))
      last = { from, operators: countyOperators(areas, operatorEvidence(areas, columns, queue)) }
    return last.operators
  }, [isWanted, areas, columns, queue])
}

/** The outline of the picked county or state, and the shades of the grid operators, on the map. */
export function useGroundLayers({ map, scheme }: MapSectionProps): void {
  const picked = useApp((state) => state.pickedArea)
  const areas = useApp((state) => state.areas)
  const showsOperators = useApp((state) => state.ground.showsOperators)
  const readAreas = useApp((state) => state.readAreas)
  const revision = useApp((state) => state.columns?.revision)
  const [highlight, setHighlight] = useState<AreaHighlight | null>(null)
  const [shades, setShades] = useState<OperatorsLayer | null>(null)
  const operators = useCountyOperators(showsOperators)

  useEffect(() => {
    const layer = new AreaHighlight().addTo(map)
    setHighlight(layer)
    return () => {
      setHighlight(null)
      layer.remove()
    }
  }, [map])
  useEffect(() => highlight?.show(picked, scheme), [highlight, picked, scheme])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision may hold other queues
  useEffect(() => {
    if (showsOperators) void readAreas()
  }, [showsOperators, readAreas, revision])
  useEffect(() => {
    if (!showsOperators || !areas) return
    const layer = new OperatorsLayer(areas).addTo(map)
    setShades(layer)
    return () => {
      setShades(null)
      layer.remove()
    }
  }, [map, areas, showsOperators])
  useEffect(() => shades?.show(operators, scheme), [shades, operators, scheme])
}
