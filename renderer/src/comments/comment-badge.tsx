import { IconMessage } from '@tabler/icons-react'
import { useApp } from '../stores/use-app.ts'

/** How many threads of a site are open; nothing where none is. */
export function CommentBadge({ siteId }: { readonly siteId: string }) {
  const open = useApp((state) => state.siteComments.get(siteId)?.open ?? 0)
  const focusComments = useApp((state) => state.focusComments)
  if (open === 0) return null
  const words = `${open} open ${open === 1 ? 'comment' : 'comments'}`
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the row opens the site by key, and its comments are a tab there.
    // biome-ignore lint/a11y/useKeyWithClickEvents: see above.
    <span className="comment-badge num" title={words} onClick={() => focusComments({ siteId, field: null })}>
      <IconMessage size={12} stroke={1.8} aria-hidden />
      <span aria-hidden>{open}</span>
      <span className="visually-hidden">{words}</span>
    </span>
  )
}
