import { type Layer, LayerGroup, type Map as LeafletMap } from 'leaflet'
import { BASEMAP_COLORS } from '../../../shared/map/basemap-style.ts'
import type { MapScheme } from '../../../shared/map/map-scheme.ts'
import { type DrawableLayer, isDrawableLayer, type PictureFrame } from '../../../shared/map/picture/drawable-layer.ts'
import { furniture, type PictureCaption } from '../../../shared/map/picture/furniture.ts'
import type { PictureSink, PictureText } from '../../../shared/map/picture/picture-sink.ts'
import { withDensity } from '../../../shared/map/picture/png-density.ts'
import { SvgPictureSink } from '../../../shared/map/picture/svg-picture-sink.ts'
import type { MapWindow } from '../../../shared/map/tile-cover.ts'
import { CanvasPictureSink } from './canvas-picture-sink.ts'
import { PICTURE_DPI, PICTURE_RATIO, type PictureSize, pictureSizePx } from './picture-size.ts'

export interface PictureOrder {
  readonly map: LeafletMap
  readonly scheme: MapScheme
  readonly size: PictureSize
  /** Legend and credit are taken from the layers. */
  readonly caption: Pick<PictureCaption, 'title' | 'subtitle'> & {
    readonly hasLegend: boolean
    readonly hasScale: boolean
  }
}

/** A PNG at 300 dots an inch that says so. */
export async function takePng(order: PictureOrder): Promise<Uint8Array<ArrayBuffer>> {
  return withDensity(await paintPng(order, PICTURE_RATIO), PICTURE_DPI)
}

/** A PNG for the clipboard, twice as dense as the screen's own pixels. */
export function takeClipboardPng(order: PictureOrder): Promise<Uint8Array<ArrayBuffer>> {
  return paintPng(order, 2)
}

/** The picture as an SVG document. */
export async function takeSvg(order: PictureOrder): Promise<string> {
  const window = pictureWindow(order)
  const fontFamily = fontFamilyOf(order.map)
  const canvas = canvasContext(1, 1)
  const measuring = new CanvasPictureSink(canvas, fontFamily)
  const { title, subtitle } = order.caption
  const sink = new SvgPictureSink({
    width: window.width,
    height: window.height,
    title: title === '' ? 'Map of sites' : title,
    description: subtitle === '' ? 'A map made by Switchyard.' : subtitle,
    fontFamily,
  })
  await drawPicture(sink, order, window, (text, look) => measuring.measure(text, look))
  return sink.done()
}

/** Draws the picture on a canvas with a given number of pixels for each CSS pixel. */
export async function paintPicture(order: PictureOrder, pixelRatio: number): Promise<HTMLCanvasElement> {
  const window = pictureWindow(order)
  const context = canvasContext(Math.round(window.width * pixelRatio), Math.round(window.height * pixelRatio))
  context.scale(pixelRatio, pixelRatio)
  const sink = new CanvasPictureSink(context, fontFamilyOf(order.map))
  await drawPicture(sink, order, window, (text, look) => sink.measure(text, look))
  return context.canvas
}

async function paintPng(order: PictureOrder, pixelRatio: number): Promise<Uint8Array<ArrayBuffer>> {
  const canvas = await paintPicture(order, pixelRatio)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (!blob) throw new Error('The browser made no PNG of the canvas.')
  return new Uint8Array(await blob.arrayBuffer())
}

async function drawPicture(
  sink: PictureSink,
  { map, scheme, caption }: PictureOrder,
  window: MapWindow,
  measure: (text: string, look: PictureText) => number,
): Promise<void> {
  const layers = drawableLayers(map)
  const plates = furniture(
    { window, scheme, measure },
    {
      title: caption.title,
      subtitle: caption.subtitle,
      hasScale: caption.hasScale,
      legend: caption.hasLegend ? layers.flatMap((layer) => layer.pictureLegend?.(scheme) ?? []) : [],
      credit: creditOf(layers),
    },
  )
  const frame: PictureFrame = { window, scheme, measure, obstacles: plates.map((plate) => plate.rect) }
  fillWindow(sink, window, BASEMAP_COLORS[scheme].water)
  for (const layer of layers) {
    await layer.drawTo(sink, frame)
    sink.endLayer()
  }
  for (const plate of plates) plate.draw(sink)
}

function fillWindow(sink: PictureSink, { width, height }: MapWindow, color: string): void {
  sink.beginPath()
  sink.moveTo(0, 0)
  sink.lineTo(width, 0)
  sink.lineTo(width, height)
  sink.lineTo(0, height)
  sink.closePath()
  sink.fill(color)
}

/** The layers on the map that can draw themselves, the lowest pane first. */
export function drawableLayers(map: LeafletMap): DrawableLayer[] {
  const found: { layer: DrawableLayer; height: number }[] = []
  map.eachLayer((layer: Layer) => {
    // A group is on the map beside its members; members that can draw do it themselves.
    if (isDrawableLayer(layer) && !(layer instanceof LayerGroup && layer.getLayers().some(isDrawableLayer)))
      found.push({ layer, height: paneHeight(map, layer) })
  })
  return found.sort((a, b) => a.height - b.height).map(({ layer }) => layer)
}

function paneHeight(map: LeafletMap, layer: Layer): number {
  const pane = map.getPane(layer.options.pane ?? 'overlayPane')
  return pane ? Number.parseInt(getComputedStyle(pane).zIndex, 10) || 0 : 0
}

function creditOf(layers: readonly DrawableLayer[]): string {
  const credits = layers.map((layer) => layer.pictureCredit?.() ?? '').filter((credit) => credit !== '')
  return [...new Set(credits), 'made with Switchyard'].join(' · ')
}

/** The map's view on the picture: the same middle, and a zoom at which the picture shows no less than the screen. */
function pictureWindow({ map, size }: PictureOrder): MapWindow {
  const screen = map.getSize()
  const { width, height } = pictureSizePx(size, screen)
  const zoom = map.getZoom() + Math.min(0, Math.floor(Math.log2(Math.min(width / screen.x, height / screen.y)) + 0.25))
  const middle = map.project(map.getCenter(), zoom)
  return { zoom, left: Math.round(middle.x - width / 2), top: Math.round(middle.y - height / 2), width, height }
}

function fontFamilyOf(map: LeafletMap): string {
  return getComputedStyle(map.getContainer()).fontFamily
}

function canvasContext(width: number, height: number): CanvasRenderingContext2D {
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const context = canvas.getContext('2d')
  if (!context) throw new Error('This browser gives no 2D canvas.')
  return context
}
