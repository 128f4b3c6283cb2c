import { describe, expect, test } from 'vitest'
import { classify, classStyles, sizeAtZoom } from '../../shared/map/layers/class-styles.ts'
import { drawLayer } from '../../shared/map/layers/draw-layer.ts'
import { hitLayer } from '../../shared/map/layers/hit-layer.ts'
import { labelLayerFeatures } from '../../shared/map/layers/label-layer-features.ts'
import { defaultLook, type LayerLook } from '../../shared/map/layers/layer-look.ts'
import { LAYER_PALETTE, LAYER_RAMP_COLORS } from '../../shared/map/layers/layer-palette.ts'
import { featureBoxes, type LayerScene } from '../../shared/map/layers/layer-scene.ts'
import { PART, type PartKind, WORLD_UNITS } from '../../shared/map/layers/layer-shapes.ts'
import { legendRows } from '../../shared/map/layers/legend-rows.ts'
import { ShapesBuilder } from '../../shared/map/layers/shapes-builder.ts'
import type { PathSink } from '../../shared/map/path-sink.ts'

/** At zoom 8 the world is 65,536 pixels wide; positions below are pixels from the window's corner. */
const WINDOW = { zoom: 8, left: 16_384, top: 24_576, width: 400, height: 300 }
const WORLD_PX = 65_536

type Part = readonly [kind: PartKind, ...xy: number[]]

function sceneOf(look: Partial<LayerLook>, features: readonly (readonly Part[])[], values: unknown[] = []): LayerScene {
  const builder = new ShapesBuilder()
  features.forEach((parts, at) => {
    for (const [kind, ...xy] of parts) builder.addPart(kind, xy.map(toUnits))
    builder.endFeature(at + 1)
  })
  const shapes = builder.shapes(features.length)
  const whole = { ...defaultLook(0), ...look }
  const classes = classify(whole, shapes.ids, (id) => values[id - 1])
  return { layerId: 1, look: whole, shapes, boxes: featureBoxes(shapes), classes, labels: null }
}

const toUnits = (px: number, at: number) => ((px + (at % 2 === 0 ? WINDOW.left : WINDOW.top)) / WORLD_PX) * WORLD_UNITS

const square = (x: number, y: number, size: number) => [x, y, x + size, y, x + size, y + size, x, y + size, x, y]

/** Says what was painted with how many positions. */
function recorder(): PathSink & { readonly painted: string[] } {
  const painted: string[] = []
  let positions = 0
  return {
    painted,
    beginPath: () => {
      positions = 0
    },
    moveTo: () => {
      positions += 1
    },
    lineTo: () => {
      positions += 1
    },
    closePath: () => {},
    fill: (color) => painted.push(`fill ${color} ${positions}`),
    stroke: (color, width, dash) => painted.push(`stroke ${color} ${width} [${dash}] ${positions}`),
  }
}

const { blue, vermilion } = LAYER_PALETTE.light

describe('Drawing a layer', () => {
  test('fills areas with their holes in one path, then draws lines, with the layer’s opacity in both', () => {
    const scene = sceneOf({ color: 'blue', fillOpacity: 0.5, opacity: 0.5, dash: 'dashed' }, [
      [
        [PART.ring, ...square(10, 10, 100)],
        [PART.hole, ...square(40, 40, 20)],
      ],
      [[PART.line, 0, 0, 50, 50, 90, 20]],
    ])
    const sink = recorder()
    drawLayer(sink, scene, WINDOW, 'light', 2)
    const width = 1.5 * sizeAtZoom(8) * 2
    expect(sink.painted).toEqual([`fill ${blue}40 10`, `stroke ${blue}80 ${width} [12,8] 13`])
  })

  test('leaves out what lies beside the window, and takes each class by its own colour', () => {
    const look = { color: 'blue', by: { kind: 'categories', attribute: 'owner', values: ['A', 'B'] } } as const
    const scene = sceneOf(
      look,
      [[[PART.line, 0, 0, 9, 9]], [[PART.line, 0, 9, 9, 0]], [[PART.line, 900, 0, 999, 9]]],
      ['B', 'C', 'A'],
    )
    const sink = recorder()
    drawLayer(sink, scene, WINDOW, 'light', 1)
    expect(sink.painted.map((each) => each.split(' ')[1])).toEqual([`${vermilion}ff`, '#8b8f96ff'])
  })

  test('grades numbers by their classes, unknown ones apart, and writes the same in the legend', () => {
    const by = {
      kind: 'graduated',
      attribute: 'kV',
      method: 'equal',
      breaks: [100, 200],
      ramp: 'blues',
      sizes: true,
    } as const
    const look = { ...defaultLook(0), by }
    const ids = Uint32Array.of(1, 2, 3, 4, 5)
    const values = [69, '138', 345, -999_999, 'NOT AVAILABLE']
    expect([...(classify(look, ids, (id) => values[id - 1]) ?? [])]).toEqual([0, 1, 2, 3, 3])
    expect(legendRows(look, 'dark').map(({ text }) => text)).toEqual([
      'below 100',
      '100 to 200',
      '200 and more',
      'Unknown',
    ])
    const styles = classStyles(look, 'dark')
    expect(styles.map(({ color }) => color).slice(0, 3)).toEqual(
      [0, 2, 4].map((step) => LAYER_RAMP_COLORS.dark.blues[step]),
    )
    expect(styles[2]!.widthPx).toBeGreaterThan(styles[0]!.widthPx)
  })
})

describe('A place on the map hits', () => {
  const at = (x: number, y: number) => [(x + WINDOW.left) / WORLD_PX, (y + WINDOW.top) / WORLD_PX] as const
  const scene = sceneOf({}, [
    [
      [PART.ring, ...square(0, 0, 200)],
      [PART.hole, ...square(80, 80, 40)],
    ],
    [[PART.ring, ...square(20, 20, 30)]],
    [[PART.line, 0, 150, 200, 150]],
    [[PART.point, 150, 150]],
  ])

  test('the smallest area, a line before the area below it, a point before the line', () => {
    expect(hitLayer(scene, ...at(60, 60), 8)).toBe(0)
    expect(hitLayer(scene, ...at(35, 35), 8)).toBe(1)
    expect(hitLayer(scene, ...at(60, 153), 8)).toBe(2)
    expect(hitLayer(scene, ...at(152, 152), 8)).toBe(3)
  })

  test('nothing in a hole and nothing far away', () => {
    expect(hitLayer(scene, ...at(100, 100), 8)).toBeNull()
    expect(hitLayer(scene, ...at(300, 100), 8)).toBeNull()
  })
})

test('Labels stand where there is room, the largest feature first, and are cut where they are long', () => {
  const scene = {
    ...sceneOf({}, [[[PART.ring, ...square(0, 0, 200)]], [[PART.point, 100, 101]], [[PART.point, 300, 200]]]),
    labels: ['County', 'Under it', 'x'.repeat(60)],
  }
  const written: string[] = []
  const sink = { text: (text: string) => written.push(text) }
  labelLayerFeatures(sink, scene, WINDOW, 'light', [], (text) => text.length * 5)
  expect(written).toEqual(['County', `${'x'.repeat(39)}…`])
})
