import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import { DEGREES } from '../../../shared/domain/mapping/coordinate-systems.ts'
import { SYSTEM_CHOICES } from '../mapping/system-choices.ts'
import { useApp } from '../stores/use-app.ts'
import type { ImportItem } from './import-item.ts'

/** Which system the coordinates of a map are in, where its file does not say or nobody knows what it says. */
export function SystemQuestion({ item }: { readonly item: ImportItem }) {
  const checkIn = useApp((state) => state.checkIn)
  const [code, setCode] = useState(item.coordinateSystem ?? DEGREES)
  return (
    <div className="map-reading">
      <NativeSelect
        size="xs"
        label="Its coordinates are in"
        data={SYSTEM_CHOICES}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
      />
      <Button size="xs" variant="default" onClick={() => void checkIn(item.key, code)}>
        Read it so
      </Button>
    </div>
  )
}
