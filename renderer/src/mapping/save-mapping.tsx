import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { useApp } from '../stores/use-app.ts'

interface SaveMappingProps {
  readonly itemKey: number
  readonly savedName: string | null
}

/** Keeps what the columns become under a name, for the next file with the same headings. */
export function SaveMapping({ itemKey, savedName }: SaveMappingProps) {
  const save = useApp((state) => state.saveMappingAs)
  const [name, setName] = useState(savedName ?? '')
  const onSubmit = (event: FormEvent): void => {
    event.preventDefault()
    if (name.trim() !== '') void save(itemKey, name.trim())
  }
  return (
    <form className="mapping__save" onSubmit={onSubmit}>
      <TextInput
        size="xs"
        aria-label="Name of the mapping"
        placeholder="Name of the mapping"
        maxLength={80}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button size="xs" variant="default" type="submit" disabled={name.trim() === ''}>
        Save mapping as
      </Button>
    </form>
  )
}
