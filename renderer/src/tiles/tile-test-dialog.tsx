import { Button, Loader, Modal } from '@mantine/core'
import { IconAlertTriangle, IconCheck, IconX } from '@tabler/icons-react'
import type { TileTestReport, TileTestResult } from '../../../shared/contract/tiles.ts'
import { useApp } from '../stores/use-app.ts'
import { sizeText } from './size-text.ts'

const OUTCOMES: Readonly<Record<TileTestResult['outcome'], string>> = {
  ok: 'whole',
  warning: 'with a note',
  missing: 'missing',
  broken: 'broken',
}

const WHAT: Readonly<Record<TileTestResult['what'], string>> = {
  basemap: '',
  tiles: 'tiles',
  online: 'online tiles',
  layer: 'reference layer',
}

/** What the test of a field bundle found, layer by layer. */
export function TileTestDialog() {
  const { state, report } = useApp((app) => app.tileTest)
  const close = useApp((app) => app.closeTileTest)
  return (
    <Modal
      opened={state !== 'none'}
      onClose={close}
      title={titleOf(report)}
      size={560}
      lockScroll={false}
      centered
      closeButtonProps={{ 'aria-label': 'Close the test' }}
      transitionProps={{ duration: 0 }}
    >
      {report ? (
        <div className="dialog-stack">
          <p className="tile-test__sum">{sumOf(report)}</p>
          <ul className="tile-test" aria-label="Tested layers">
            {report.results.map((result) => (
              <Result key={`${result.what} ${result.name}`} result={result} />
            ))}
          </ul>
          <div className="dialog-actions">
            <Button size="xs" data-autofocus onClick={close}>
              Close
            </Button>
          </div>
        </div>
      ) : (
        <p className="tile-test__running" role="status">
          <Loader size="xs" /> Opening every layer once, without the network
        </p>
      )}
    </Modal>
  )
}

function Result({ result }: { readonly result: TileTestResult }) {
  const { name, what, outcome, findings, opened, broken, sizeBytes, zooms } = result
  const unit = what === 'layer' ? 'features' : 'tiles'
  const figures = [
    WHAT[what],
    opened > 0 ? `${opened.toLocaleString('en-US')} ${unit} opened` : '',
    broken > 0 ? `${broken} broken` : '',
    zooms.length > 0 ? `zooms ${zooms[0]?.zoom}–${zooms.at(-1)?.zoom}` : '',
    sizeBytes === null ? '' : sizeText(sizeBytes),
  ]
  return (
    <li className="tile-test__result" data-outcome={outcome}>
      <span className="tile-test__icon">{iconOf(outcome)}</span>
      <div>
        <div className="tile-test__name">{name}</div>
        <div className="tile-test__figures">{figures.filter((text) => text !== '').join(' · ')}</div>
        {findings.map((finding) => (
          <div key={finding} className="tile-test__finding">
            {finding}
          </div>
        ))}
      </div>
    </li>
  )
}

function iconOf(outcome: TileTestResult['outcome']) {
  if (outcome === 'ok') return <IconCheck size={16} stroke={2} aria-label="whole" />
  if (outcome === 'warning') return <IconAlertTriangle size={16} stroke={1.8} aria-label="note" />
  return <IconX size={16} stroke={2} aria-label={outcome} />
}

function titleOf(report: TileTestReport | null): string {
  if (!report) return 'Testing this bundle'
  return report.isReady ? 'This bundle works without a network' : 'Something in this bundle is missing or broken'
}

function sumOf({ results, sizeBytes }: TileTestReport): string {
  const opened = results.reduce((sum, each) => sum + each.opened, 0)
  const counts = (['ok', 'warning', 'missing', 'broken'] as const)
    .map((outcome) => [results.filter((each) => each.outcome === outcome).length, OUTCOMES[outcome]] as const)
    .filter(([count]) => count > 0)
    .map(([count, text]) => `${count} ${text}`)
  return [
    `${results.length} ${results.length === 1 ? 'layer' : 'layers'}, ${sizeText(sizeBytes)} on disk`,
    `${opened.toLocaleString('en-US')} tiles and features opened`,
    counts.join(', '),
  ].join('; ')
}
