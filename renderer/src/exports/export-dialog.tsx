import { Button, Checkbox, Modal, NativeSelect, Radio, Stack } from '@mantine/core'
import { useState } from 'react'
import { EXPORT_FORMAT_TEXTS, EXPORT_FORMATS, type ExportFormat } from '../../../shared/domain/export/export-format.ts'
import {
  EXPORT_PROFILE_TEXTS,
  EXPORT_PROFILES,
  type ExportProfile,
  profileColumns,
} from '../../../shared/domain/export/export-profile.ts'
import { useApp } from '../stores/use-app.ts'
import { ExportColumns } from './export-columns.tsx'

/** Asks what goes into a file of sites, for whom, and in which format. */
export function ExportDialog() {
  const isOpen = useApp((state) => state.isExportOpen)
  const setOpen = useApp((state) => state.setExportOpen)
  return (
    // Locking the scroll would inject a style element, and the page does not scroll anyway.
    <Modal
      opened={isOpen}
      onClose={() => setOpen(false)}
      title="Export sites"
      size={620}
      lockScroll={false}
      centered
      closeButtonProps={{ 'aria-label': 'Close the export' }}
      transitionProps={{ duration: 0 }}
    >
      {isOpen ? <ExportForm onDone={() => setOpen(false)} /> : null}
    </Modal>
  )
}

function ExportForm({ onDone }: { onDone(): void }) {
  const columns = useApp((state) => state.columns)
  const listRows = useApp((state) => state.listRows)
  const exportSites = useApp((state) => state.exportSites)
  const total = columns?.count ?? 0
  const isFiltered = listRows.length < total
  const [format, setFormat] = useState<ExportFormat>('xlsx')
  const [profile, setProfile] = useState<ExportProfile>('internal')
  const [isListOnly, setListOnly] = useState(isFiltered && listRows.length > 0)
  const [isQueueWanted, setQueueWanted] = useState(false)
  const [isDrawingWanted, setDrawingWanted] = useState(false)
  const hasDrawings = useApp((state) => state.annotations.length > 0)
  const [hidden, setHidden] = useState<ReadonlySet<string>>(new Set())
  const offered = profileColumns(profile)
  const chosen = offered.filter(({ name }) => name === 'code_name' || !hidden.has(name)).map(({ name }) => name)
  const mayHaveQueue = (format === 'xlsx' || format === 'gpkg') && profile !== 'teaser'
  const mayHaveDrawings = hasDrawings && format !== 'xlsx' && format !== 'csv' && profile !== 'teaser'
  const count = isListOnly ? listRows.length : total
  const start = (): void => {
    onDone()
    void exportSites({
      format,
      profile,
      ...(chosen.length < offered.length ? { columns: chosen } : {}),
      withQueue: mayHaveQueue && isQueueWanted,
      withAnnotations: mayHaveDrawings && isDrawingWanted,
      ...(isListOnly ? { siteIds: Array.from(listRows, (row) => columns?.ids[row] ?? '') } : {}),
    })
  }
  return (
    <div className="dialog-stack">
      <NativeSelect
        size="xs"
        label="Format"
        data-autofocus
        description={EXPORT_FORMAT_TEXTS[format].hint}
        inputWrapperOrder={['label', 'input', 'description']}
        value={format}
        onChange={(event) => setFormat(event.currentTarget.value as ExportFormat)}
        data={EXPORT_FORMATS.map((value) => ({ value, label: EXPORT_FORMAT_TEXTS[value].label }))}
      />
      <Radio.Group size="xs" label="For whom" value={profile} onChange={(value) => setProfile(value as ExportProfile)}>
        <Stack gap={6} mt={4}>
          {EXPORT_PROFILES.map((value) => (
            <Radio
              key={value}
              size="xs"
              value={value}
              label={EXPORT_PROFILE_TEXTS[value].label}
              description={EXPORT_PROFILE_TEXTS[value].hint}
            />
          ))}
        </Stack>
      </Radio.Group>
      {isFiltered && listRows.length > 0 ? (
        <Radio.Group
          size="xs"
          label="Which sites"
          value={isListOnly ? 'list' : 'all'}
          onChange={(value) => setListOnly(value === 'list')}
        >
          <Stack gap={6} mt={4}>
            <Radio size="xs" value="list" label={`The ${listRows.length} in the list, as it is filtered`} />
            <Radio size="xs" value="all" label={`All ${total}`} />
          </Stack>
        </Radio.Group>
      ) : null}
      {mayHaveQueue ? (
        <Checkbox
          size="xs"
          label="Add the queue projects as a table of their own"
          checked={isQueueWanted}
          onChange={(event) => setQueueWanted(event.currentTarget.checked)}
        />
      ) : null}
      {mayHaveDrawings ? (
        <Checkbox
          size="xs"
          label="Add what is drawn on the map"
          checked={isDrawingWanted}
          onChange={(event) => setDrawingWanted(event.currentTarget.checked)}
        />
      ) : null}
      <ExportColumns columns={offered} hidden={hidden} onChange={setHidden} />
      <div className="dialog-actions">
        <Button size="xs" variant="default" onClick={onDone}>
          Cancel
        </Button>
        <Button size="xs" disabled={chosen.length === 0 || count === 0} onClick={start}>
          {count === 1 ? 'Export 1 site' : `Export ${count} sites`}
        </Button>
      </div>
    </div>
  )
}
