import type { CommentThread } from '../../../shared/contract/comments.ts'

/** What a thread is about, as a heading. */
export function threadSubject({ anchor, subject, isOrphan }: CommentThread): string {
  switch (anchor.type) {
    case 'site':
      return 'The site'
    case 'field':
      return subject
    case 'annotation':
      return isOrphan ? `${subject} (removed)` : subject
    case 'point':
      return `${anchor.position.latitude.toFixed(5)}, ${anchor.position.longitude.toFixed(5)}`
  }
}
