import { Button, Progress } from '@mantine/core'
import { formatNumber } from '../../../shared/format/format-quantity.ts'
import type { ShownJob } from '../stores/job-slice.ts'

export interface JobProgressProps {
  readonly job: ShownJob
  onCancel(): void
}

/** How far a job is, how fast it goes, when it will be done, and the button that stops it. */
export function JobProgress({ job, onCancel }: JobProgressProps) {
  const seconds = (performance.now() - job.startedAtMs) / 1_000
  const rate = seconds > 0.5 && job.done > 0 ? job.done / seconds : null
  const share = job.total === null || job.total === 0 ? 100 : (job.done / job.total) * 100
  const amount = [
    job.total === null
      ? `${formatNumber(job.done)} ${job.unit}`
      : `${formatNumber(job.done)} of ${formatNumber(job.total)} ${job.unit}`,
    ...(rate === null ? [] : [`${formatNumber(rate)}/s`]),
    ...(rate === null || job.total === null ? [] : [`${remainingText((job.total - job.done) / rate)} left`]),
  ].join(' · ')
  return (
    <div className="job">
      <div className="job__head">
        <span>{job.label}</span>
        <span className="muted num">{amount}</span>
      </div>
      <Progress value={share} animated={job.total === null} size="sm" aria-label={job.label} />
      <div>
        <Button size="compact-xs" variant="default" onClick={onCancel}>
          Cancel
        </Button>
      </div>
    </div>
  )
}

function remainingText(seconds: number): string {
  if (seconds < 1) return 'under 1 s'
  return seconds < 90 ? `${Math.ceil(seconds)} s` : `${Math.ceil(seconds / 60)} min`
}
