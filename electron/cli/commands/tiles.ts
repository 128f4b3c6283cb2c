import path from 'node:path'
import { AppError } from '../../../shared/contract/errors.ts'
import type { TileSource, TileTestReport } from '../../../shared/contract/tiles.ts'
import { appVersion } from '../../host/app-version.ts'
import { FileGrants } from '../../host/file-grants.ts'
import { openLog } from '../../host/log.ts'
import { ensurePrivateFolder, resourceFolders, userDataFolder } from '../../host/paths.ts'
import { TileHost } from '../../host/tiles/tile-host.ts'
import type { Command, CommandContext, CommandResult } from '../command.ts'
import type { Session } from '../session.ts'
import { textTable } from '../text-table.ts'
import { chosenVerb, type Verb, verbNotes } from '../verbs.ts'

const VERBS: Readonly<Record<string, Verb>> = {
  list: { names: [], help: 'the tiles that were added on this computer', run: list },
  add: { names: ['FILE'], help: 'add an .mbtiles or .pmtiles file, which stays where it is', run: add },
  remove: { names: ['NAME'], help: 'forget tiles, by name, file name or id; the file stays', run: remove },
  test: { names: [], help: 'open every layer once, without the network, and say what is missing', run: test },
}

/** The user's own map tiles, which belong to this computer and not to a catalog. */
export const tiles: Command = {
  name: 'tiles',
  summary: 'add map tiles of your own, and test them for the field',
  positional: { name: 'VERB…', help: `${Object.keys(VERBS).join(', ')}, with what the verb speaks of` },
  options: {},
  notes: verbNotes(VERBS),
  async run(context) {
    const { names, verb } = chosenVerb('tiles', VERBS, context.files)
    return await verb.run(context, names)
  },
}

/** Works with the list of tiles, for which no catalog has to be open: the app may be running meanwhile. */
async function withTiles<Result>(
  session: Session | null,
  work: (host: TileHost, grants: FileGrants) => Promise<Result>,
): Promise<Result> {
  const dataFolder = ensurePrivateFolder(userDataFolder())
  const log = openLog(dataFolder)
  const grants = new FileGrants(path.join(dataFolder, 'temporary'))
  const host = new TileHost({
    ...{ dataFolder, grants, core: session?.core ?? null, version: appVersion() },
    basemapFolder: resourceFolders().basemap,
    onLog: (text) => log.error(text),
  })
  try {
    return await work(host, grants)
  } finally {
    await host.close()
    await grants.close()
  }
}

async function list(): Promise<CommandResult> {
  const found = await withTiles(null, (host) => host.list())
  return {
    json: { tiles: found.map(jsonOf) },
    text: textTable(
      [
        { heading: 'Tiles', maxWidth: 40 },
        { heading: 'Kind' },
        { heading: 'Zooms', align: 'right' },
        { heading: 'MB', align: 'right' },
        { heading: 'State' },
        { heading: 'Credit', maxWidth: 40 },
      ],
      found.map((each) => [
        each.name,
        each.schema === null ? each.kind : `${each.kind}, ${each.schema}`,
        `${each.minZoom}-${each.maxZoom}`,
        each.sizeBytes === null ? '' : megabytes(each.sizeBytes),
        each.origin === 'online' ? 'needs network' : each.state,
        each.attribution,
      ]),
    ),
  }
}

async function add(context: CommandContext, [file = '']: readonly string[]): Promise<CommandResult> {
  const added = await withTiles(null, async (host, grants) =>
    host.add((await grants.grantChosen(context.userPath(file))).grant),
  )
  return {
    json: jsonOf(added),
    text: `Added ${added.name}: ${added.kind} tiles of zooms ${added.minZoom} to ${added.maxZoom}.`,
  }
}

async function remove(_: CommandContext, [name = '']: readonly string[]): Promise<CommandResult> {
  return withTiles(null, async (host) => {
    const wanted = name.normalize('NFC').toLowerCase()
    const found = (await host.list()).filter(
      (each) =>
        each.tileSourceId === wanted || each.name.toLowerCase() === wanted || each.from.toLowerCase() === wanted,
    )
    const [source] = found
    if (!source)
      throw new AppError('not_found', `There are no tiles "${name.slice(0, 80)}"; "switchyard tiles list" shows them.`)
    if (found.length > 1)
      throw new AppError('bad_input', `${found.length} tiles are called "${name.slice(0, 80)}"; name one by its id.`)
    await host.remove(source.tileSourceId)
    return { json: { tile_source_id: source.tileSourceId, removed: true }, text: `Removed ${source.name}.` }
  })
}

async function test(context: CommandContext): Promise<CommandResult> {
  // A catalog that is not there, or that the running app holds, keeps nobody from testing the tiles.
  const session = await context.open().catch((error: unknown) => {
    if (error instanceof AppError && (error.code === 'not_found' || error.code === 'busy')) return null
    throw error
  })
  const report = await withTiles(session, (host) => host.selfTest())
  return {
    json: { ...reportJson(report), reference_layers_tested: session !== null },
    text: reportText(report, session !== null),
    failures: report.isReady ? [] : ['Something is missing or broken; the list says what.'],
  }
}

function jsonOf(source: TileSource) {
  const { tileSourceId, name, from, origin, kind, schema, minZoom, maxZoom, box, sizeBytes } = source
  return {
    ...{ tile_source_id: tileSourceId, name, from, origin, kind, schema, box },
    ...{ min_zoom: minZoom, max_zoom: maxZoom, size_bytes: sizeBytes },
    ...{ attribution: source.attribution, license: source.license, state: source.state, problem: source.problem },
  }
}

function reportJson({ isReady, sizeBytes, results }: TileTestReport) {
  return {
    ready: isReady,
    size_bytes: sizeBytes,
    results: results.map(({ sizeBytes: size, ...rest }) => ({ ...rest, size_bytes: size })),
  }
}

function reportText({ isReady, sizeBytes, results }: TileTestReport, withLayers: boolean): string {
  const table = textTable(
    [
      { heading: 'Layer', maxWidth: 40 },
      { heading: 'What' },
      { heading: 'Found' },
      { heading: 'Opened', align: 'right' },
      { heading: 'Broken', align: 'right' },
      { heading: 'MB', align: 'right' },
    ],
    results.map((each) => [
      each.name,
      each.what,
      each.outcome,
      String(each.opened),
      String(each.broken),
      each.sizeBytes === null ? '' : megabytes(each.sizeBytes),
    ]),
  )
  const findings = results.flatMap(({ name, findings: found }) => found.map((finding) => `${name}: ${finding}`))
  return [
    table,
    ...findings,
    ...(withLayers ? [] : ['Reference layers were not tested, as no catalog could be opened.']),
    `${isReady ? 'Works' : 'Does not work'} without a network; ${megabytes(sizeBytes)} MB on disk.`,
  ].join('\n')
}

function megabytes(bytes: number): string {
  return (bytes / 1_000_000).toFixed(1)
}
