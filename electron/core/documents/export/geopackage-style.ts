import { VERDICT_LABELS, VERDICTS } from '../../../../shared/domain/site/strategies.ts'
import { VERDICT_COLORS } from '../../../../shared/map/verdict-colors.ts'

const PLAIN_COLOR = '#5562f2'

/** QGIS's own style of the layer of sites: the map's colours by verdict, or one colour where verdicts are hidden. */
export function geopackageStyle(hasVerdict: boolean): string {
  const looks = hasVerdict
    ? VERDICTS.map((verdict) => ({
        value: verdict,
        label: VERDICT_LABELS[verdict],
        color: VERDICT_COLORS.light[verdict],
      }))
    : [{ value: '', label: '', color: PLAIN_COLOR }]
  const symbols = looks.map(({ color }, index) => symbol(index, color)).join('')
  const categories = looks.map(
    ({ value, label }, index) => `<category symbol="${index}" value="${value}" label="${label}" render="true"/>`,
  )
  const renderer = hasVerdict
    ? `<renderer-v2 type="categorizedSymbol" attr="verdict" symbollevels="0" enableorderby="0" forceraster="0"><categories>${categories.join('')}</categories><symbols>${symbols}</symbols></renderer-v2>`
    : `<renderer-v2 type="singleSymbol" symbollevels="0" enableorderby="0" forceraster="0"><symbols>${symbols}</symbols></renderer-v2>`
  return `<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n<qgis version="3.28" styleCategories="Symbology">${renderer}<layerGeometryType>0</layerGeometryType></qgis>`
}

function symbol(index: number, color: string): string {
  const channels = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16)).join(',')
  const options = {
    name: 'circle',
    color: `${channels},255`,
    outline_color: '255,255,255,255',
    outline_width: '0.3',
    size: '3',
    size_unit: 'MM',
  }
  const written = Object.entries(options).map(
    ([name, value]) => `<Option name="${name}" type="QString" value="${value}"/>`,
  )
  return `<symbol name="${index}" type="marker" alpha="1" clip_to_extent="1" force_rhr="0"><layer class="SimpleMarker" enabled="1" pass="0" locked="0"><Option type="Map">${written.join('')}</Option></layer></symbol>`
}
