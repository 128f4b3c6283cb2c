import { CloseButton, Kbd, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import type { KeyboardEvent } from 'react'
import { useApp, useAppStore } from '../stores/use-app.ts'
import { focusList } from '../ui/focus-list.ts'

const COMMAND_KEY = /Mac/.test(navigator.platform) ? '⌘' : 'Ctrl'

/** Searches while it is typed into; Enter opens the first site found, arrow down goes to the list. */
export function SearchField() {
  const store = useAppStore()
  const text = useApp((state) => state.searchText)
  const search = useApp((state) => state.search)
  const onKeyDown = (event: KeyboardEvent): void => {
    const { listRows, columns, selectSite } = store.getState()
    if (event.key === 'Enter') {
      const first = listRows[0]
      if (first !== undefined) selectSite(columns?.ids[first] ?? null, 'list')
    } else if (event.key === 'ArrowDown') {
      event.preventDefault()
      focusList()
    } else if (event.key === 'Escape') {
      search('')
    }
  }
  return (
    <TextInput
      id="site-search"
      className="top-bar__search"
      size="xs"
      type="search"
      role="searchbox"
      aria-label="Search sites by name, place, operator, utility or note"
      placeholder="Search sites, places, operators, notes"
      maxLength={200}
      spellCheck={false}
      autoComplete="off"
      value={text}
      leftSection={<IconSearch size={15} stroke={1.8} />}
      rightSectionWidth={text === '' ? 62 : 30}
      rightSection={
        text === '' ? (
          <Kbd size="xs">{COMMAND_KEY} K</Kbd>
        ) : (
          <CloseButton size="sm" aria-label="Clear the search" onClick={() => search('')} />
        )
      }
      onChange={(event) => search(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  )
}
