import { Button, Modal, NumberInput, TextInput } from '@mantine/core'
import { useEffect, useState } from 'react'
import type { PlantCandidate } from '../../../shared/contract/plants.ts'
import { formatMw, formatNumber } from '../../../shared/format/format-quantity.ts'
import { useApp, useAppStore } from '../stores/use-app.ts'
import '../styles/queue-diff.css'

/** Plants with retired or retiring units that are no site yet, each to be added by a click. */
export function CandidatesDialog() {
  const isOpen = useApp((state) => state.isCandidatesOpen)
  const setOpen = useApp((state) => state.setCandidatesOpen)
  return (
    // Locking the scroll would inject a style element, and the page does not scroll anyway.
    <Modal
      opened={isOpen}
      onClose={() => setOpen(false)}
      title="Plants that retire and are no site yet"
      size={860}
      lockScroll={false}
      centered
      closeButtonProps={{ 'aria-label': 'Close the plants' }}
      transitionProps={{ duration: 0 }}
    >
      {isOpen ? <Candidates /> : null}
    </Modal>
  )
}

function Candidates() {
  const store = useAppStore()
  const revision = useApp((state) => state.columns?.revision)
  const addPlants = useApp((state) => state.addPlants)
  const [leastMw, setLeastMw] = useState(50)
  const [state, setState] = useState('')
  const [found, setFound] = useState<{ candidates: readonly PlantCandidate[]; total: number } | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another revision of the catalog has other candidates.
  useEffect(() => {
    let isGone = false
    void store
      .getState()
      .readCandidates(leastMw, state.trim())
      .then((read) => {
        if (!isGone && read !== null) setFound(read)
      })
    return () => {
      isGone = true
    }
  }, [store, leastMw, state, revision])
  if (found === null) return null
  const rest = found.total - found.candidates.length
  return (
    <div className="dialog-stack">
      <div className="queue-editions">
        <NumberInput
          size="xs"
          label="At least, MW retired and retiring"
          min={0}
          max={100_000}
          value={leastMw}
          onChange={(value) => setLeastMw(Math.min(100_000, Math.max(0, Number(value) || 0)))}
        />
        <TextInput
          size="xs"
          label="State"
          placeholder="All states"
          maxLength={60}
          value={state}
          onChange={(event) => setState(event.currentTarget.value)}
        />
      </div>
      <p>{found.total === 1 ? '1 plant.' : `${formatNumber(found.total)} plants.`}</p>
      <div className="queue-changes scroll">
        {found.total === 0 ? (
          <p className="muted">No plant retires so much and is no site yet.</p>
        ) : (
          <table className="queue-diff">
            <thead>
              <tr>
                <th scope="col">Plant</th>
                <th scope="col">Where</th>
                <th scope="col">Capacity</th>
                <th scope="col">
                  <span className="visually-hidden">Add</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {found.candidates.map((plant) => (
                <tr key={plant.plantId}>
                  <td>
                    <div className="queue-diff__id">{plant.name}</div>
                    <div className="queue-diff__poi">{`EIA plant ${plant.plantId}`}</div>
                  </td>
                  <td>{[plant.county, plant.state].filter((part) => part !== null).join(', ')}</td>
                  <td>{capacityOf(plant)}</td>
                  <td>
                    <Button
                      size="compact-xs"
                      variant="default"
                      aria-label={`Add ${plant.name} as a site`}
                      onClick={() => void addPlants([plant.plantId])}
                    >
                      Add as a site
                    </Button>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
      {rest > 0 ? <p className="muted">{`And ${formatNumber(rest)} smaller ones.`}</p> : null}
    </div>
  )
}

function capacityOf({ nameplateMw, retiredMw, retiringMw, lastRetirementYear }: PlantCandidate): string {
  const parts = [
    retiredMw > 0 ? `${formatMw(retiredMw)} retired` : null,
    retiringMw > 0 ? `${formatMw(retiringMw)} retiring` : null,
    lastRetirementYear === null ? null : `the last in ${lastRetirementYear}`,
    nameplateMw > retiredMw + retiringMw ? `${formatMw(nameplateMw - retiredMw - retiringMw)} runs on` : null,
  ]
  return parts.filter((part) => part !== null).join(', ')
}
