import { CloseButton } from '@mantine/core'
import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useEffect } from 'react'
import type { Notice } from '../stores/notice-slice.ts'
import { useApp } from '../stores/use-app.ts'
import { RunningJobs } from './running-jobs.tsx'

const DONE_STAYS_MS = 5_000

/** What just happened, and what went wrong: errors stay until they are closed. */
export function Notices() {
  const notices = useApp((state) => state.notices)
  return (
    <div className="notices">
      <RunningJobs />
      {notices.map((notice) => (
        <NoticeCard key={notice.id} notice={notice} />
      ))}
    </div>
  )
}

function NoticeCard({ notice }: { readonly notice: Notice }) {
  const dismiss = useApp((state) => state.dismiss)
  const isError = notice.kind === 'error'
  useEffect(() => {
    if (isError) return
    const timer = setTimeout(() => dismiss(notice.id), DONE_STAYS_MS)
    return () => clearTimeout(timer)
  }, [dismiss, isError, notice.id])
  return (
    <div className="notice" data-kind={notice.kind} role={isError ? 'alert' : 'status'}>
      <span className="notice__icon">{isError ? <IconAlertTriangle size={17} /> : <IconCheck size={17} />}</span>
      <span className="notice__text">{notice.text}</span>
      <CloseButton size="sm" aria-label="Close this message" onClick={() => dismiss(notice.id)} />
    </div>
  )
}
