import { Button, Menu } from '@mantine/core'
import {
  IconArrowBackUp,
  IconArrowForwardUp,
  IconDeviceDesktop,
  IconDownload,
  IconFileImport,
  IconMoon,
  IconSun,
} from '@tabler/icons-react'
import { RecordsMenu } from '../queue/records-menu.tsx'
import { THEMES, type Theme } from '../stores/settings-slice.ts'
import { useApp } from '../stores/use-app.ts'
import { IconButton } from '../ui/icon-button.tsx'
import { SearchField } from './search-field.tsx'

const THEME_LABELS: Readonly<Record<Theme, string>> = { system: 'As the system', light: 'Light', dark: 'Dark' }

const THEME_ICONS = { system: IconDeviceDesktop, light: IconSun, dark: IconMoon } as const

export function TopBar() {
  return (
    <header className="top-bar">
      <div className="top-bar__name">
        <svg className="top-bar__mark" viewBox="0 0 20 20" aria-hidden="true">
          <path d="M3 15h4l6-10h4M13 15h4" fill="none" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
          <circle cx="3" cy="15" r="2" fill="currentColor" />
          <circle cx="17" cy="5" r="2" fill="currentColor" />
        </svg>
        Switchyard
      </div>
      <SearchField />
      <div className="top-bar__space" />
      <UndoButtons />
      <div className="top-bar__divider" />
      <FileButtons />
      <div className="top-bar__divider" />
      <ThemeMenu />
    </header>
  )
}

function UndoButtons() {
  const { undoLabel, redoLabel } = useApp((state) => state.history)
  const undo = useApp((state) => state.undo)
  const redo = useApp((state) => state.redo)
  return (
    <>
      <IconButton
        label="Undo"
        hint={undoLabel === null ? 'Nothing to undo' : `Undo: ${undoLabel}`}
        isDisabled={undoLabel === null}
        onClick={() => void undo()}
      >
        <IconArrowBackUp size={18} stroke={1.7} />
      </IconButton>
      <IconButton
        label="Redo"
        hint={redoLabel === null ? 'Nothing to redo' : `Redo: ${redoLabel}`}
        isDisabled={redoLabel === null}
        onClick={() => void redo()}
      >
        <IconArrowForwardUp size={18} stroke={1.7} />
      </IconButton>
    </>
  )
}

function FileButtons() {
  const pickImport = useApp((state) => state.pickImport)
  const setExportOpen = useApp((state) => state.setExportOpen)
  const hasSites = useApp((state) => (state.columns?.count ?? 0) > 0)
  return (
    <>
      <Button
        size="xs"
        variant="subtle"
        color="gray"
        leftSection={<IconFileImport size={16} stroke={1.7} />}
        onClick={() => void pickImport()}
      >
        Import
      </Button>
      <Button
        size="xs"
        variant="subtle"
        color="gray"
        disabled={!hasSites}
        leftSection={<IconDownload size={16} stroke={1.7} />}
        onClick={() => setExportOpen(true)}
      >
        Export
      </Button>
      <RecordsMenu />
    </>
  )
}

function ThemeMenu() {
  const theme = useApp((state) => state.theme)
  const setTheme = useApp((state) => state.setTheme)
  const Icon = THEME_ICONS[theme]
  return (
    <Menu position="bottom-end" shadow="md">
      <Menu.Target>
        <Button size="xs" variant="subtle" color="gray" px={8} aria-label={`Colours: ${THEME_LABELS[theme]}`}>
          <Icon size={17} stroke={1.7} />
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {THEMES.map((each) => {
          const EachIcon = THEME_ICONS[each]
          return (
            <Menu.Item
              key={each}
              leftSection={<EachIcon size={16} stroke={1.7} />}
              aria-current={each === theme}
              fw={each === theme ? 600 : 400}
              onClick={() => setTheme(each)}
            >
              {THEME_LABELS[each]}
            </Menu.Item>
          )
        })}
      </Menu.Dropdown>
    </Menu>
  )
}
