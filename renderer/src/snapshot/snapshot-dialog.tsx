import { Button, Checkbox, Modal, NativeSelect, SegmentedControl, TextInput } from '@mantine/core'
import { IconCopy, IconDownload } from '@tabler/icons-react'
import type { Map as LeafletMap } from 'leaflet'
import { useMemo, useState } from 'react'
import '../styles/snapshot.css'
import { findPreset } from '../../../shared/domain/scenario/presets.ts'
import type { MapScheme } from '../../../shared/map/map-scheme.ts'
import { useApp } from '../stores/use-app.ts'
import { PICTURE_SIZE_LABELS, PICTURE_SIZES, type PictureSize } from './picture-size.ts'
import { SnapshotPreview } from './snapshot-preview.tsx'
import { type PictureOrder, takeClipboardPng, takePng, takeSvg } from './take-picture.ts'

export interface SnapshotDialogProps {
  readonly map: LeafletMap
  readonly scheme: 'light' | 'dark'
}

/** Asks what a picture of the map shows, and copies or saves it. */
export function SnapshotDialog(props: SnapshotDialogProps) {
  const isOpen = useApp((state) => state.isSnapshotOpen)
  const setOpen = useApp((state) => state.setSnapshotOpen)
  return (
    // Locking the scroll would inject a style element, and the page does not scroll anyway.
    <Modal
      opened={isOpen}
      onClose={() => setOpen(false)}
      title="Picture of the map"
      size={680}
      lockScroll={false}
      centered
      closeButtonProps={{ 'aria-label': 'Close the picture' }}
      transitionProps={{ duration: 0 }}
    >
      {isOpen ? <SnapshotForm {...props} onDone={() => setOpen(false)} /> : null}
    </Modal>
  )
}

function SnapshotForm({ map, scheme, onDone }: SnapshotDialogProps & { onDone(): void }) {
  const copyPicture = useApp((state) => state.copyPicture)
  const savePicture = useApp((state) => state.savePicture)
  const [title, setTitle] = useState(useDefaultTitle())
  const [size, setSize] = useState<PictureSize>('screen')
  const [isForPaper, setForPaper] = useState(false)
  const [hasLegend, setLegend] = useState(true)
  const [hasScale, setScale] = useState(true)
  const [isBusy, setBusy] = useState(false)
  const subtitle = useSubtitle()
  const order = useMemo<PictureOrder>(() => {
    const shown: MapScheme = isForPaper ? 'print' : scheme
    return { map, scheme: shown, size, caption: { title: title.trim(), subtitle, hasLegend, hasScale } }
  }, [map, scheme, size, isForPaper, title, subtitle, hasLegend, hasScale])

  const name = fileName(title)
  const run = async (task: Promise<boolean>): Promise<void> => {
    setBusy(true)
    const isDone = await task
    setBusy(false)
    if (isDone) onDone()
  }
  return (
    <div className="dialog-stack">
      <SnapshotPreview order={order} />
      <TextInput
        size="xs"
        label="Title"
        data-autofocus
        maxLength={120}
        value={title}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      <div className="snapshot__choices">
        <NativeSelect
          size="xs"
          label="Size"
          value={size}
          onChange={(event) => setSize(event.currentTarget.value as PictureSize)}
          data={PICTURE_SIZES.map((value) => ({ value, label: PICTURE_SIZE_LABELS[value] }))}
        />
        <div>
          <div className="snapshot__label" id="snapshot-colors">
            Colours
          </div>
          <SegmentedControl
            size="xs"
            aria-labelledby="snapshot-colors"
            transitionDuration={0}
            data={[
              { value: 'screen', label: 'As on the screen' },
              { value: 'paper', label: 'For paper' },
            ]}
            value={isForPaper ? 'paper' : 'screen'}
            onChange={(value) => setForPaper(value === 'paper')}
          />
        </div>
      </div>
      <div className="snapshot__choices">
        <Checkbox
          size="xs"
          label="Legend"
          checked={hasLegend}
          onChange={(event) => setLegend(event.currentTarget.checked)}
        />
        <Checkbox
          size="xs"
          label="Scale and north"
          checked={hasScale}
          onChange={(event) => setScale(event.currentTarget.checked)}
        />
      </div>
      <div className="dialog-actions">
        <Button
          size="xs"
          variant="default"
          disabled={isBusy}
          leftSection={<IconCopy size={15} stroke={1.7} />}
          onClick={() => void run(copyPicture(takeClipboardPng(order)))}
        >
          Copy
        </Button>
        <Button
          size="xs"
          variant="default"
          disabled={isBusy}
          leftSection={<IconDownload size={15} stroke={1.7} />}
          onClick={() => void run(savePicture(`${name}.svg`, 'image/svg+xml', takeSvg(order)))}
        >
          Save SVG
        </Button>
        <Button
          size="xs"
          disabled={isBusy}
          leftSection={<IconDownload size={15} stroke={1.7} />}
          onClick={() => void run(savePicture(`${name}.png`, 'image/png', takePng(order)))}
        >
          Save PNG, 300 dpi
        </Button>
      </div>
    </div>
  )
}

/** The open site's name, or what the list holds. */
function useDefaultTitle(): string {
  return useApp(({ columns, selectedId, rowOf, listRows }) => {
    const row = selectedId === null ? undefined : rowOf.get(selectedId)
    if (row !== undefined) return columns?.names[row] ?? ''
    return listRows.length === 1 ? '1 site' : `${listRows.length.toLocaleString('en-US')} sites`
  })
}

/** Under which market the sites are coloured, and when the picture was made. */
function useSubtitle(): string {
  const input = useApp((state) => state.scenarioInput)
  const market = input.deck?.name ?? `Market of ${findPreset(input.preset)?.label ?? input.preset}`
  const isChanged = Object.keys(input.changes).length > 0
  const today = new Date().toLocaleDateString('en-US', { dateStyle: 'long' })
  return `${market}${isChanged ? ', with own assumptions' : ''} · ${today}`
}

/** The title as a file's name that every system takes. */
function fileName(title: string): string {
  const plain = title
    .normalize('NFD')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '')
    .toLowerCase()
    .slice(0, 80)
  return plain === '' ? 'map' : `map-${plain}`
}
