import { Button } from '@mantine/core'
import { IconPaperclip } from '@tabler/icons-react'
import { useState } from 'react'
import type { SiteDetail } from '../../../shared/contract/sites.ts'
import { useApp } from '../stores/use-app.ts'
import { DocumentCard } from './document-card.tsx'

/** Documents and photos that the team keeps with the site, newest first. */
export function DocumentsSection({ detail }: { readonly detail: SiteDetail }) {
  const attachEvidence = useApp((state) => state.attachEvidence)
  const [isAttaching, setAttaching] = useState(false)
  const documents = [...detail.evidence].sort((a, b) => b.addedAt - a.addedAt)
  const attach = async (): Promise<void> => {
    setAttaching(true)
    await attachEvidence(detail.siteId)
    setAttaching(false)
  }
  return (
    <section className="documents" aria-label="Documents and photos">
      <div className="documents__head">
        <h3 className="section__title">Documents and photos</h3>
        <Button
          size="compact-sm"
          variant="default"
          leftSection={<IconPaperclip size={14} stroke={1.7} />}
          loading={isAttaching}
          onClick={() => void attach()}
        >
          Attach files
        </Button>
      </div>
      {documents.map((document) => (
        <DocumentCard key={document.evidenceId} siteId={detail.siteId} document={document} />
      ))}
      {documents.length === 0 ? (
        <p className="muted">
          None yet. A letter, a study or a photo of the substation turns a claim into evidence; photos keep their place
          and bearing.
        </p>
      ) : null}
    </section>
  )
}
