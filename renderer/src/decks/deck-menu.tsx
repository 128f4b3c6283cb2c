import { ActionIcon, Menu } from '@mantine/core'
import {
  IconCopy,
  IconDeviceFloppy,
  IconDotsVertical,
  IconDownload,
  IconPencil,
  IconPlus,
  IconRestore,
  IconTrash,
  IconUpload,
} from '@tabler/icons-react'
import { useRef } from 'react'
import { useApp } from '../stores/use-app.ts'

const ICON = { size: 16, stroke: 1.7 } as const

/** What can be done with the chosen deck, or with a preset to make a deck of it. */
export function DeckMenu({ isChanged }: { readonly isChanged: boolean }) {
  const isDeck = useApp((state) => state.scenarioInput.deck !== undefined)
  const setDialog = useApp((state) => state.setDeckDialog)
  const save = useApp((state) => state.saveDeck)
  const revert = useApp((state) => state.resetAssumptions)
  const remove = useApp((state) => state.removeDeck)
  const exportDeck = useApp((state) => state.exportDeck)
  const importDeck = useApp((state) => state.importDeck)
  const file = useRef<HTMLInputElement>(null)
  return (
    <>
      <Menu position="bottom-start" shadow="md">
        <Menu.Target>
          <ActionIcon variant="default" size={30} aria-label="Deck actions">
            <IconDotsVertical size={16} stroke={1.7} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item
            leftSection={<IconDeviceFloppy {...ICON} />}
            disabled={!isDeck || !isChanged}
            onClick={() => void save()}
          >
            Save
          </Menu.Item>
          <Menu.Item leftSection={<IconPlus {...ICON} />} onClick={() => setDialog('saveAs')}>
            Save as a new deck…
          </Menu.Item>
          <Menu.Item leftSection={<IconRestore {...ICON} />} disabled={!isChanged} onClick={revert}>
            Revert to what is saved
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconCopy {...ICON} />} onClick={() => setDialog('duplicate')}>
            Duplicate…
          </Menu.Item>
          <Menu.Item leftSection={<IconPencil {...ICON} />} disabled={!isDeck} onClick={() => setDialog('edit')}>
            Name, date and note…
          </Menu.Item>
          <Menu.Item leftSection={<IconTrash {...ICON} />} disabled={!isDeck} onClick={() => void remove()}>
            Delete
          </Menu.Item>
          <Menu.Divider />
          <Menu.Item leftSection={<IconDownload {...ICON} />} disabled={!isDeck} onClick={() => void exportDeck()}>
            Export as a file
          </Menu.Item>
          <Menu.Item leftSection={<IconUpload {...ICON} />} onClick={() => file.current?.click()}>
            Import from a file…
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <input
        ref={file}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label="Deck file"
        onChange={(event) => {
          const [chosen] = event.currentTarget.files ?? []
          if (chosen) void importDeck(chosen)
          // The same file can be chosen again.
          event.currentTarget.value = ''
        }}
      />
    </>
  )
}
