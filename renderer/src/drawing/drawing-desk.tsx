import type { Map as LeafletMap } from 'leaflet'
import type { MapScheme } from '../../../shared/map/map-scheme.ts'
import '../styles/drawing.css'
import { useApp } from '../stores/use-app.ts'
import { DrawingBar } from './drawing-bar.tsx'
import { isDrawing } from './drawing-tools.ts'
import { Inspector } from './inspector.tsx'
import { useMapDesk } from './use-map-desk.ts'

/** The desk to draw on, over the map. */
export function DrawingDesk({ map, scheme }: { readonly map: LeafletMap; readonly scheme: MapScheme }) {
  const told = useMapDesk(map, scheme)
  // While something is drawn, the map is needed whole.
  const isInspecting = useApp(
    ({ selectedAnnotations, isDrawingOpen, drawingTool }) =>
      selectedAnnotations.length > 0 && !(isDrawingOpen && isDrawing(drawingTool)),
  )
  return (
    <>
      <div className="drawing-corner">
        <DrawingBar map={map} />
        {isInspecting ? <Inspector map={map} /> : null}
      </div>
      <p className="visually-hidden" aria-live="polite">
        {told}
      </p>
      {/* Lines of every colour end in this one head. */}
      <svg className="drawing-defs" width="0" height="0" aria-hidden="true">
        <defs>
          <marker
            id="drawing-arrowhead"
            viewBox="0 0 10 10"
            refX="7"
            refY="5"
            markerWidth="5"
            markerHeight="5"
            orient="auto-start-reverse"
          >
            <path d="M0 0 L10 5 L0 10 L2.5 5 Z" />
          </marker>
        </defs>
      </svg>
    </>
  )
}
