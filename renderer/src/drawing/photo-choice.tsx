import { IconChevronDown } from '@tabler/icons-react'
import { useApp } from '../stores/use-app.ts'

/** The photos of the open site, one of which the next click places; where the camera kept its place, it may lie there at once. */
export function PhotoChoice() {
  const detail = useApp((state) => state.detail)
  const photo = useApp((state) => state.photoToPlace)
  const choosePhoto = useApp((state) => state.choosePhoto)
  const photos = detail?.evidence.filter(({ mediaType }) => mediaType.startsWith('image/')) ?? []
  if (detail === null) return <p className="drawing-hint">Open the site whose photo you want to place.</p>
  if (photos.length === 0)
    return <p className="drawing-hint">This site has no photos yet; attach one under Documents first.</p>
  return (
    <label className="drawing-choice">
      <span>Photo</span>
      <select
        value={photo?.evidenceId ?? ''}
        onChange={(event) => {
          const chosen = photos.find(({ evidenceId }) => evidenceId === event.currentTarget.value)
          if (!chosen) return choosePhoto(null)
          const { evidenceId, fileName, caption, bearingDegrees } = chosen
          choosePhoto({ siteId: detail.siteId, evidenceId, caption: caption || fileName, bearingDegrees })
        }}
      >
        <option value="">choose one</option>
        {photos.map(({ evidenceId, fileName, caption }) => (
          <option key={evidenceId} value={evidenceId}>
            {caption || fileName}
          </option>
        ))}
      </select>
      <IconChevronDown size={12} stroke={2} aria-hidden />
    </label>
  )
}
