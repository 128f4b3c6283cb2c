import { Button, TextInput } from '@mantine/core'
import { type FormEvent, useState } from 'react'
import { offlineRefusal } from '../../../shared/map/tiles/offline-policy.ts'
import { useApp } from '../stores/use-app.ts'

/** Asks for the address of tiles on the network. */
export function OnlineTilesForm({ onClose }: { onClose(): void }) {
  const addOnlineTiles = useApp((state) => state.addOnlineTiles)
  const [template, setTemplate] = useState('')
  const [name, setName] = useState('')
  const [attribution, setAttribution] = useState('')
  const refusal = offlineRefusal(URL.parse(template.replaceAll(/[{}]/g, ''))?.hostname ?? '')
  const add = async (event: FormEvent) => {
    event.preventDefault()
    if (await addOnlineTiles({ template, name, attribution })) onClose()
  }
  return (
    <form className="tile-form" aria-label="Tiles from the network" onSubmit={(event) => void add(event)}>
      <TextInput
        size="xs"
        label="Address"
        placeholder="https://tiles.example.org/{z}/{x}/{y}.png"
        data-autofocus
        required
        value={template}
        onChange={(event) => setTemplate(event.currentTarget.value)}
      />
      <TextInput size="xs" label="Name" value={name} onChange={(event) => setName(event.currentTarget.value)} />
      <TextInput
        size="xs"
        label="Credit that the provider asks for"
        value={attribution}
        onChange={(event) => setAttribution(event.currentTarget.value)}
      />
      <p className="tile-form__note">
        Needs the network, is off until you show it, and nothing of it is cached
        {refusal === null ? '.' : `; it cannot be part of an offline pack either, as ${refusal}.`}
      </p>
      <div className="tile-form__actions">
        <Button size="compact-xs" variant="default" onClick={onClose}>
          Cancel
        </Button>
        <Button size="compact-xs" type="submit" disabled={template.trim() === ''}>
          Add
        </Button>
      </div>
    </form>
  )
}
