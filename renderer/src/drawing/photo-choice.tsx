import { IconChevronDown } from '@tabler/icons-react'
import type { AnnotationFigure } from '../../../shared/domain/annotations/annotation-figure.ts'
import { useApp, useAppStore } from '../stores/use-app.ts'
import { keepDrawn } from './keep-drawn.ts'

/** The photos of the open site, one of which the next click places; where the camera kept its place, it may lie there at once. */
export function PhotoChoice() {
  const store = useAppStore()
  const showAnnotations = useApp((state) => state.showAnnotations)
  const chooseTool = useApp((state) => state.chooseTool)
  const detail = useApp((state) => state.detail)
  const photo = useApp((state) => state.photoToPlace)
  const choosePhoto = useApp((state) => state.choosePhoto)
  const photos = detail?.evidence.filter(({ mediaType }) => mediaType.startsWith('image/')) ?? []
  if (detail === null) return <p className="drawing-hint">Open the site whose photo you want to place.</p>
  if (photos.length === 0)
    return <p className="drawing-hint">This site has no photos yet; attach one under Documents first.</p>
  const takenAt = photo?.position ?? null
  return (
    <>
      <label className="drawing-choice">
        <span>Photo</span>
        <select
          value={photo?.evidenceId ?? ''}
          onChange={(event) => {
            const chosen = photos.find(({ evidenceId }) => evidenceId === event.currentTarget.value)
            if (!chosen) return choosePhoto(null)
            const { evidenceId, fileName, caption, bearingDegrees, position } = chosen
            choosePhoto({ siteId: detail.siteId, evidenceId, caption: caption || fileName, bearingDegrees, position })
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
      {takenAt === null ? null : (
        <button
          type="button"
          className="link"
          onClick={() => {
            const figure: AnnotationFigure = {
              shape: 'photo',
              geometry: { type: 'Point', coordinates: [takenAt.longitude, takenAt.latitude] },
              radiusMetres: null,
            }
            void keepDrawn(store, figure).then(() => showAnnotations(store.getState().selectedAnnotations))
            chooseTool('select')
          }}
        >
          Place it where the camera stood
        </button>
      )}
    </>
  )
}
