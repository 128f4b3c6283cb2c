import { Modal } from '@mantine/core'
import { useState } from 'react'
import { type Tab, Tabs } from '../ui/tabs.tsx'
import { OpinionTab } from './opinion-tab.tsx'
import { PairwiseTab } from './pairwise-tab.tsx'
import { QuestionsTab } from './questions-tab.tsx'
import { RulerTab } from './ruler-tab.tsx'
import { StabilityTab } from './stability-tab.tsx'

type Page = 'ruler' | 'pairs' | 'stability' | 'opinion' | 'questions'

const PAGES: readonly Tab<Page>[] = [
  { id: 'ruler', label: 'Ruler' },
  { id: 'pairs', label: 'Pairwise' },
  { id: 'stability', label: 'Stability' },
  { id: 'opinion', label: 'Second opinion' },
  { id: 'questions', label: 'Find out next' },
]

/** How the list is scored, how far its order can be trusted, and what would settle it. */
export function WeightsDialog({ onClose }: { onClose(): void }) {
  const [page, setPage] = useState<Page>('ruler')
  return (
    // Locking the scroll would inject a style element, and the page does not scroll anyway.
    <Modal
      opened
      onClose={onClose}
      title="Weights"
      size={980}
      lockScroll={false}
      centered
      closeButtonProps={{ 'aria-label': 'Close the weights' }}
      transitionProps={{ duration: 0 }}
    >
      <div className="weights">
        <Tabs<Page> label="Weights" tabs={PAGES} active={page} onChange={setPage}>
          {page === 'ruler' ? <RulerTab /> : null}
          {page === 'pairs' ? <PairwiseTab onUsed={() => setPage('ruler')} /> : null}
          {page === 'stability' ? <StabilityTab /> : null}
          {page === 'opinion' ? <OpinionTab /> : null}
          {page === 'questions' ? <QuestionsTab onOpened={onClose} /> : null}
        </Tabs>
      </div>
    </Modal>
  )
}
