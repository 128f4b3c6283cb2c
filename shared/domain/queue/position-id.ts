import { type QueueProject, queueKey } from './queue-project.ts'

/** Names a request the same in every edition, as a site's field says which one is its own: "ERCOT/26INR0003". */
export function queuePositionId(project: Pick<QueueProject, 'iso' | 'queueId'>): string {
  return queueKey(project).replace(' ', '/')
}

/** The operator and id of a request; null for a text that names none. */
export function readPositionId(text: string): { readonly iso: string; readonly queueId: string } | null {
  const slash = text.indexOf('/')
  const [iso, queueId] = [text.slice(0, slash).trim(), text.slice(slash + 1).trim()]
  return slash < 1 || iso === '' || queueId === '' ? null : { iso, queueId }
}
