import { useEffect, useState } from 'react'
import { explainSite } from '../../../shared/domain/ranking/explain-site.ts'
import { CommentsSection } from '../comments/comments-section.tsx'
import { DocumentsSection } from '../documents/documents-section.tsx'
import { LandSection } from '../nearby/land-section.tsx'
import { NearbySection } from '../nearby/nearby-section.tsx'
import { PlantSection } from '../plants/plant-section.tsx'
import { QueueSection } from '../queue/queue-section.tsx'
import { useApp } from '../stores/use-app.ts'
import { type Tab, Tabs } from '../ui/tabs.tsx'
import { AttributesSection } from './attributes-section.tsx'
import { EffectiveMwSection } from './effective-mw-section.tsx'
import { GatesSection } from './gates-section.tsx'
import { HistorySection } from './history-section.tsx'
import { NotesSection } from './notes-section.tsx'
import { PowerPriceSection } from './power-price-section.tsx'
import { PricesSection } from './prices-section.tsx'
import { RecordsSection } from './records-section.tsx'
import { SensitivitySection } from './sensitivity-section.tsx'
import { SiteHead } from './site-head.tsx'
import { VerdictSection } from './verdict-section.tsx'

type TabId =
  | 'verdict'
  | 'sensitivity'
  | 'gates'
  | 'nearby'
  | 'attributes'
  | 'notes'
  | 'comments'
  | 'history'
  | 'records'

/** Everything about the selected site. What one tab shows follows the sliders as the list does. */
export function SitePanel() {
  const [active, setActive] = useState<TabId>('verdict')
  const columns = useApp((state) => state.columns)
  const ranking = useApp((state) => state.ranking)
  const scenario = useApp((state) => state.scenario)
  const siteId = useApp((state) => state.selectedId)
  const row = useApp((state) => (state.selectedId === null ? undefined : state.rowOf.get(state.selectedId)))
  const detail = useApp((state) => state.detail)
  const detailError = useApp((state) => state.detailError)
  const commentFocus = useApp((state) => state.commentFocus)
  const openComments = useApp((state) => state.siteComments.get(state.selectedId ?? '')?.open)

  useEffect(() => {
    if (commentFocus !== null) setActive(commentFocus.field === null ? 'comments' : 'attributes')
  }, [commentFocus])

  if (siteId === null || row === undefined || columns === null || ranking === null || ranking.count !== columns.count)
    return <section className="panel" aria-label="Site" />

  const explanation = explainSite(columns, ranking, row, scenario)
  const openGates = explanation.gates.filter((gate) => gate.state !== 'pass').length
  const tabs: readonly Tab<TabId>[] = [
    { id: 'verdict', label: 'Verdict' },
    { id: 'sensitivity', label: 'Sensitivity' },
    { id: 'gates', label: 'Gates', count: openGates },
    { id: 'nearby', label: 'Nearby' },
    { id: 'attributes', label: 'Attributes' },
    { id: 'notes', label: 'Notes', count: detail?.notes.length },
    { id: 'comments', label: 'Comments', count: openComments },
    { id: 'history', label: 'History' },
    { id: 'records', label: 'Sources', count: detail ? detail.records.length + detail.evidence.length : undefined },
  ]
  return (
    <section className="panel" aria-label={columns.names[row] ?? 'Site'}>
      <SiteHead columns={columns} row={row} ranking={ranking} explanation={explanation} detail={detail} />
      {detailError === null ? null : (
        <p className="banner" data-kind="bad" role="alert">
          {detailError}
        </p>
      )}
      <Tabs label="About this site" tabs={tabs} active={active} onChange={(tab) => setActive(tab)}>
        {active === 'verdict' ? <VerdictSection key={siteId} explanation={explanation} /> : null}
        {active === 'sensitivity' ? <SensitivitySection columns={columns} row={row} scenario={scenario} /> : null}
        {active === 'gates' ? (
          <GatesSection
            gates={explanation.gates}
            nearMiss={explanation.nearMiss}
            onMeasure={() => setActive('nearby')}
          />
        ) : null}
        {active === 'gates' ? (
          <EffectiveMwSection
            key={`megawatts ${siteId}`}
            effectiveMw={explanation.effectiveMw}
            verdict={explanation.verdict}
          />
        ) : null}
        {active === 'gates' ? <PowerPriceSection powerPrice={explanation.powerPrice} /> : null}
        {active === 'gates' && detail ? <QueueSection key={`queue ${siteId}`} detail={detail} /> : null}
        {active === 'gates' && detail ? <PricesSection key={`prices ${siteId}`} detail={detail} /> : null}
        {active === 'nearby' && detail ? <NearbySection key={siteId} detail={detail} /> : null}
        {active === 'nearby' && detail ? <LandSection key={`land ${siteId}`} detail={detail} /> : null}
        {active === 'attributes' && detail ? <AttributesSection key={siteId} detail={detail} /> : null}
        {active === 'notes' && detail ? <NotesSection key={siteId} detail={detail} /> : null}
        {active === 'comments' ? <CommentsSection key={siteId} siteId={siteId} /> : null}
        {active === 'history' ? <HistorySection /> : null}
        {active === 'records' && detail ? <DocumentsSection key={siteId} detail={detail} /> : null}
        {active === 'records' && detail ? <PlantSection key={`plant ${siteId}`} detail={detail} /> : null}
        {active === 'records' && detail ? <RecordsSection detail={detail} /> : null}
      </Tabs>
    </section>
  )
}
