export interface WhiskerProps {
  readonly from: number
  readonly to: number
}

/** The span of a value over its bar, with a stroke at either end. */
export function Whisker({ from, to }: WhiskerProps) {
  return (
    <path
      className="whisker"
      d={`M${from} 9H${to}M${from} 6V12M${to} 6V12`}
      vectorEffect="non-scaling-stroke"
      shapeRendering="crispEdges"
    />
  )
}
