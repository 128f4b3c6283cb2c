import {
  IconDeviceFloppy,
  IconFileTypePdf,
  IconFileUnknown,
  IconPencil,
  IconPhoto,
  IconTrash,
} from '@tabler/icons-react'
import { useState } from 'react'
import type { SiteEvidence } from '../../../shared/contract/evidence.ts'
import { useApp } from '../stores/use-app.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { documentFacts } from './document-facts.ts'
import { DocumentForm } from './document-form.tsx'
import { usePicture } from './use-picture.ts'

interface DocumentCardProps {
  readonly siteId: string
  readonly document: SiteEvidence
}

/** One document or photo: what it is, what it says, and its picture, small until it is pressed. */
export function DocumentCard({ siteId, document }: DocumentCardProps) {
  const saveEvidence = useApp((state) => state.saveEvidence)
  const removeEvidence = useApp((state) => state.removeEvidence)
  const [isEditing, setEditing] = useState(false)
  const [isLarge, setLarge] = useState(false)
  const picture = usePicture(document)
  const { evidenceId, fileName, caption, sha256 } = document
  return (
    <article className="document" aria-label={fileName}>
      {picture === null ? (
        <span className="document__kind">
          <KindIcon mediaType={document.mediaType} />
        </span>
      ) : (
        <button
          type="button"
          className="document__picture"
          data-large={isLarge}
          aria-label={isLarge ? `Show ${fileName} small` : `Show ${fileName} large`}
          aria-pressed={isLarge}
          onClick={() => setLarge(!isLarge)}
        >
          <img src={picture} alt={caption === '' ? fileName : caption} />
        </button>
      )}
      <div className="document__text">
        <div className="document__name">{fileName}</div>
        {caption === '' || isEditing ? null : <p className="document__caption">{caption}</p>}
        <p className="document__facts num">{documentFacts(document).join(' · ')}</p>
        <p className="document__hash num" title={sha256}>
          SHA-256 {sha256.slice(0, 16)}
        </p>
        {isEditing ? <DocumentForm siteId={siteId} document={document} onClose={() => setEditing(false)} /> : null}
      </div>
      <span className="document__actions">
        <IconButton label={`Save ${fileName}`} onClick={() => void saveEvidence(evidenceId)}>
          <IconDeviceFloppy size={15} stroke={1.7} />
        </IconButton>
        <IconButton label={`Describe ${fileName}`} onClick={() => setEditing(!isEditing)}>
          <IconPencil size={15} stroke={1.7} />
        </IconButton>
        <IconButton
          label={`Remove ${fileName}`}
          hint="Remove this document; undo brings it back"
          onClick={() => void removeEvidence(siteId, evidenceId)}
        >
          <IconTrash size={15} stroke={1.7} />
        </IconButton>
      </span>
    </article>
  )
}

function KindIcon({ mediaType }: { readonly mediaType: string }) {
  const props = { size: 22, stroke: 1.4 }
  if (mediaType === 'application/pdf') return <IconFileTypePdf {...props} />
  return mediaType.startsWith('image/') ? <IconPhoto {...props} /> : <IconFileUnknown {...props} />
}
