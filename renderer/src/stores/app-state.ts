import type { AppInfo } from '../../../shared/contract/app.ts'
import type { SwitchyardClient } from '../../../shared/contract/contract.ts'
import type { AppEvent } from '../../../shared/contract/events.ts'
import type { FileDoor } from '../api/file-door.ts'
import type { ConnectionState } from '../api/host-connection.ts'
import type { FetchTile } from '../api/tile-door.ts'
import type { AnnotationSlice } from './annotation-slice.ts'
import type { CatalogSlice } from './catalog-slice.ts'
import type { CommentSlice } from './comment-slice.ts'
import type { CompareSlice } from './compare-slice.ts'
import type { DeckSlice } from './deck-slice.ts'
import type { DraftSlice } from './draft-slice.ts'
import type { DrawingSlice } from './drawing-slice.ts'
import type { EditSlice } from './edit-slice.ts'
import type { EvidenceSlice } from './evidence-slice.ts'
import type { ExportSlice } from './export-slice.ts'
import type { GroundSlice } from './ground-slice.ts'
import type { HistorySlice } from './history-slice.ts'
import type { ImportSlice } from './import-slice.ts'
import type { JobSlice } from './job-slice.ts'
import type { LandSlice } from './land-slice.ts'
import type { LayerSlice } from './layer-slice.ts'
import type { ListSlice } from './list-slice.ts'
import type { MappingSlice } from './mapping-slice.ts'
import type { NearbySlice } from './nearby-slice.ts'
import type { NoticeSlice } from './notice-slice.ts'
import type { PlantSlice } from './plant-slice.ts'
import type { PriceSlice } from './price-slice.ts'
import type { QueueSlice } from './queue-slice.ts'
import type { RulerSlice } from './ruler-slice.ts'
import type { ScenarioSlice } from './scenario-slice.ts'
import type { SelectionSlice } from './selection-slice.ts'
import type { SettingsSlice } from './settings-slice.ts'
import type { SiteLookSlice } from './site-look-slice.ts'
import type { SnapshotSlice } from './snapshot-slice.ts'
import type { TileSlice } from './tile-slice.ts'
import type { UncertaintySlice } from './uncertainty-slice.ts'

export interface HostSlice {
  readonly info: AppInfo | null
  readonly connection: ConnectionState
}

/** Everything the screens show and do, put together from one slice a concern. */
export type AppState = HostSlice &
  AnnotationSlice &
  CatalogSlice &
  CommentSlice &
  ScenarioSlice &
  DeckSlice &
  CompareSlice &
  SelectionSlice &
  DraftSlice &
  DrawingSlice &
  EditSlice &
  EvidenceSlice &
  ListSlice &
  JobSlice &
  ExportSlice &
  GroundSlice &
  LayerSlice &
  ImportSlice &
  MappingSlice &
  HistorySlice &
  LandSlice &
  NearbySlice &
  NoticeSlice &
  SettingsSlice &
  SiteLookSlice &
  SnapshotSlice &
  PlantSlice &
  PriceSlice &
  QueueSlice &
  RulerSlice &
  TileSlice &
  UncertaintySlice

/** What the slices reach the host by. */
export interface AppPorts {
  readonly client: SwitchyardClient
  readonly files: FileDoor
  readonly fetchTile: FetchTile
  onEvent(listener: (event: AppEvent) => void): () => void
  onState(listener: (state: ConnectionState) => void): () => void
}

export interface SliceTools {
  readonly set: (change: Partial<AppState> | ((state: AppState) => Partial<AppState>)) => void
  readonly get: () => AppState
  readonly ports: AppPorts
}
