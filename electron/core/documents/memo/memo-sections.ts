import type { MemoContent } from './content.ts'
import type { Piece } from './layout/piece.ts'
import type { Ground } from './map/open-ground.ts'
import { assumptionsSection } from './sections/assumptions-section.ts'
import { changeLogSection } from './sections/change-log-section.ts'
import { decisionBox } from './sections/decision-box.ts'
import { derivationSection } from './sections/derivation-section.ts'
import { economicsSection } from './sections/economics-section.ts'
import { gatesSection } from './sections/gates-section.ts'
import { locationSection } from './sections/location-section.ts'
import { notesSection } from './sections/notes-section.ts'
import { openItemsSection } from './sections/open-items-section.ts'
import { peersSection } from './sections/peers-section.ts'
import { powerSection } from './sections/power-section.ts'
import { scoreSection } from './sections/score-section.ts'
import { sitePlanSection } from './sections/site-plan-section.ts'
import { sourcesSection } from './sections/sources-section.ts'
import { titleBlock } from './sections/title-block.ts'

/** The sections in the order in which a committee reads; what has nothing to say is named among the open items. */
export async function* memoSections(content: MemoContent, ground: Ground | null): AsyncGenerator<readonly Piece[]> {
  const empty: string[] = []
  const orOpenItem = (title: string, pieces: readonly Piece[]) => {
    if (pieces.length === 0) empty.push(title)
    return pieces
  }
  yield titleBlock(content)
  yield decisionBox(content)
  yield orOpenItem('Location', await locationSection(content, ground))
  yield await sitePlanSection(content, ground)
  yield orOpenItem('Power and price', powerSection(content))
  yield orOpenItem('Land and readiness for conversion', gatesSection(content))
  yield orOpenItem('Economics by strategy', economicsSection(content))
  yield derivationSection(content)
  yield scoreSection(content)
  yield peersSection(content)
  if (content.known.size === 0) empty.push('Attributes and sources')
  yield openItemsSection(content, empty)
  yield notesSection(content)
  yield sourcesSection(content)
  yield assumptionsSection(content)
  yield changeLogSection(content)
}
