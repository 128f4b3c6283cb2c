import { packColumns } from '../../../shared/columns/pack-columns.ts'
import { readAnnotations } from '../annotations/read-annotations.ts'
import { readVersions } from '../annotations/read-versions.ts'
import { readCommentCounts, readThreads } from '../comments/read-comments.ts'
import type { Db } from '../db/database.ts'
import { readDecks, readDeckVersion, readDeckVersions, requireDeck } from '../deck/read-decks.ts'
import { readPreview } from '../evidence/read-preview.ts'
import { readLandOptions } from '../land/read-land.ts'
import { readMappings } from '../mapping/read-mappings.ts'
import { readNearbyOfSite } from '../nearby/nearby-of-site.ts'
import { readNearbyRoles } from '../nearby/read-layer-parts.ts'
import { listCandidates } from '../plants/list-candidates.ts'
import { readPlantOfSite } from '../plants/read-plant-of-site.ts'
import { reportCurtailment, reportStatistics } from '../prices/price-reports.ts'
import { readNodes } from '../prices/read-nodes.ts'
import { findQueueProjects } from '../queue/find-queue-projects.ts'
import { readQueueByCounty } from '../queue/read-queue-by-county.ts'
import { readQueueDiff } from '../queue/read-queue-diff.ts'
import { readQueueEditions } from '../queue/read-queue-editions.ts'
import { readQueueNearSite } from '../queue/read-queue-near-site.ts'
import type { ResourceFolders } from '../resource-folders.ts'
import { readRulers } from '../ruler/read-rulers.ts'
import { readChanges } from '../site/read-changes.ts'
import { readColumns } from '../site/read-columns.ts'
import { readSite } from '../site/read-site.ts'
import { readSummary } from '../site/read-summary.ts'
import { searchSites } from '../site/search-sites.ts'
import { sitesWithin } from '../site/sites-within.ts'
import type { HandlersOfKind } from './handler-types.ts'
import { layerQueries } from './layer-queries.ts'

/** What the reader answers. */
export function queryHandlers(db: Db, resources: ResourceFolders): HandlersOfKind<'query'> {
  return {
    'annotations.list': (filter) => readAnnotations(db, filter),
    'annotations.versions': ({ annotationId }) => readVersions(db, annotationId),
    'comments.list': (filter) => readThreads(db, filter),
    'comments.counts': () => readCommentCounts(db),
    'catalog.summary': () => readSummary(db),
    'decks.list': () => readDecks(db),
    'decks.get': ({ deckId, version }) =>
      version === undefined ? requireDeck(db, deckId) : readDeckVersion(db, deckId, version),
    'decks.versions': ({ deckId }) => readDeckVersions(db, deckId),
    ...layerQueries(db, resources.reference),
    'mappings.list': () => readMappings(db),
    'land.options': ({ siteId }) => readLandOptions(db, siteId),
    'nearby.ofSite': ({ siteId, ...reach }) => readNearbyOfSite(db, siteId, reach, resources.basemap),
    'nearby.roles': () => readNearbyRoles(db),
    'plants.ofSite': ({ siteId }) => readPlantOfSite(db, siteId),
    'plants.candidates': ({ leastMw, state, limit }) => listCandidates(db, leastMw, state, limit),
    'prices.list': ({ text, limit }) => readNodes(db, text, limit),
    'prices.stats': ({ nodeId, peakHours }) => reportStatistics(db, nodeId, peakHours),
    'prices.simulate': ({ nodeId, rule }) => reportCurtailment(db, nodeId, rule),
    'queue.byCounty': () => readQueueByCounty(db),
    'queue.diff': (request) => readQueueDiff(db, request),
    'queue.editions': () => readQueueEditions(db),
    'queue.find': ({ queueId, iso }) => findQueueProjects(db, queueId, iso),
    'queue.nearSite': ({ siteId }) => readQueueNearSite(db, siteId),
    'rulers.list': () => readRulers(db),
    'evidence.content': ({ evidenceId }) => readPreview(db, evidenceId),
    'sites.columns': () => packColumns(readColumns(db)),
    'sites.get': ({ siteId }) => readSite(db, siteId),
    'sites.search': ({ text, limit }) => searchSites(db, text, limit),
    'sites.within': ({ limit, ...box }) => sitesWithin(db, box, limit),
    'sites.changes': ({ siteId, limit }) => readChanges(db, siteId, limit),
  }
}
