import { Button, NativeSelect, TextInput } from '@mantine/core'
import { IconCopy, IconDeviceFloppy, IconTrash } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { BUILT_IN_RULERS } from '../../../shared/domain/ranking/built-in-rulers.ts'
import { CRITERIA, type CriterionId } from '../../../shared/domain/ranking/criteria.ts'
import { criterionSamples } from '../../../shared/domain/ranking/criterion-samples.ts'
import { LENSES, type Lens } from '../../../shared/domain/ranking/lens.ts'
import { resolveRuler } from '../../../shared/domain/ranking/resolve-ruler.ts'
import { type Criterion, criterion } from '../../../shared/domain/ranking/ruler.ts'
import { shiftWeights } from '../../../shared/domain/ranking/shift-weights.ts'
import { isBuiltIn } from '../stores/ruler-slice.ts'
import { useApp } from '../stores/use-app.ts'
import { CriterionEditor } from './criterion-editor.tsx'
import { rulerTitle } from './ruler-title.ts'

const MOST_SAMPLES = 2_000

const LENS_LABELS: Readonly<Record<Lens, string>> = {
  combined: 'Value counts the best of all uses',
  mining: 'Value counts mining alone',
  ai: 'Value counts AI uses alone',
}

/** The ruler in use: its weights and bounds over what the catalog holds; one of one's own can be changed and saved. */
export function RulerTab() {
  const columns = useApp((state) => state.columns)
  const scenario = useApp((state) => state.scenario)
  const ruler = useApp((state) => state.ruler)
  const saved = useApp((state) => state.savedRulers)
  const isDraft = useApp((state) => state.isRulerDraft)
  const { chooseRuler, duplicateRuler, editRuler, saveRuler, removeRuler } = useApp((state) => state)
  const [locked, setLocked] = useState<ReadonlySet<CriterionId>>(new Set())
  const samples = useMemo(
    () => (columns === null ? null : criterionSamples(columns, scenario.assumptions, ruler.lens, MOST_SAMPLES)),
    [columns, scenario, ruler.lens],
  )
  const isReadOnly = isBuiltIn(ruler.id)
  const resolved = resolveRuler(ruler)
  const choices = [
    ...Object.values(BUILT_IN_RULERS),
    ...saved.map(({ rulerId, ...each }) => ({ ...each, id: rulerId })),
  ]
  const unused = CRITERIA.filter((id) => ruler.criteria.every((each) => each.id !== id))

  const change = (criteria: readonly Criterion[]) => editRuler({ ...ruler, criteria })
  const weigh = (index: number, weight: number) => {
    const all = ruler.criteria.map((each) => ({ weight: each.weight, isLocked: locked.has(each.id) }))
    const weights = shiftWeights(all, index, weight)
    change(ruler.criteria.map((each, at) => ({ ...each, weight: weights[at] ?? 0 })))
  }
  const toggleLock = (id: CriterionId) =>
    setLocked((now) => new Set(now.has(id) ? [...now].filter((each) => each !== id) : [...now, id]))

  return (
    <div className="ruler">
      <div className="ruler__head">
        <NativeSelect
          size="xs"
          label="Score with"
          value={ruler.version === 0 ? '' : ruler.id}
          data={[
            ...(ruler.version === 0 ? [{ value: '', label: rulerTitle(ruler) }] : []),
            ...choices.map((each) => ({ value: each.id, label: rulerTitle(each as typeof ruler) })),
          ]}
          onChange={(event) => chooseRuler(event.currentTarget.value)}
        />
        {isReadOnly ? (
          <p className="ruler__note">
            Built in and frozen: a new site moves no other site’s score. Duplicate it to set weights and bounds of your
            own.
          </p>
        ) : (
          <>
            <TextInput
              size="xs"
              label="Name"
              value={ruler.name}
              maxLength={80}
              onChange={(event) => editRuler({ ...ruler, name: event.currentTarget.value })}
            />
            <NativeSelect
              size="xs"
              label="Lens"
              value={ruler.lens}
              data={LENSES.map((lens) => ({ value: lens, label: LENS_LABELS[lens] }))}
              onChange={(event) => editRuler({ ...ruler, lens: event.currentTarget.value as Lens })}
            />
          </>
        )}
        <div className="ruler__actions">
          <Button
            size="xs"
            variant={isReadOnly ? 'filled' : 'default'}
            leftSection={<IconCopy size={15} stroke={1.8} />}
            onClick={() => duplicateRuler(ruler)}
          >
            Duplicate
          </Button>
          {isReadOnly || ruler.version === 0 ? null : (
            <Button
              size="xs"
              variant="default"
              leftSection={<IconTrash size={15} stroke={1.8} />}
              onClick={() => void removeRuler(ruler.id)}
            >
              Delete
            </Button>
          )}
          {isReadOnly ? null : (
            <Button
              size="xs"
              disabled={!isDraft || !resolved.ok}
              leftSection={<IconDeviceFloppy size={15} stroke={1.8} />}
              onClick={() => void saveRuler()}
            >
              {ruler.version === 0 ? 'Save' : `Save version ${ruler.version + 1}`}
            </Button>
          )}
        </div>
      </div>
      {resolved.ok ? null : (
        <p className="ruler__problem" role="alert">
          {resolved.reason}
        </p>
      )}
      <div className="ruler__columns" aria-hidden="true">
        <span>Criterion</span>
        <span>Weight</span>
        <span>Scores 0 at</span>
        <span>This catalog, and the bounds</span>
        <span>Scores 1 at</span>
      </div>
      {ruler.criteria.map((each, index) => (
        <CriterionEditor
          key={each.id}
          criterion={each}
          sample={samples?.[each.id] ?? null}
          isReadOnly={isReadOnly}
          isLocked={locked.has(each.id)}
          onLock={() => toggleLock(each.id)}
          onWeight={(weight) => weigh(index, weight)}
          onBounds={(worst, best) =>
            change(ruler.criteria.map((other, at) => (at === index ? { ...other, worst, best } : other)))
          }
        />
      ))}
      {isReadOnly || unused.length === 0 ? null : (
        <NativeSelect
          size="xs"
          className="ruler__add"
          aria-label="Add a criterion"
          value=""
          data={[
            { value: '', label: 'Add a criterion…' },
            ...unused.map((id) => ({ value: id, label: criterion(id, 0).label })),
          ]}
          onChange={(event) => change([...ruler.criteria, criterion(event.currentTarget.value as CriterionId, 0)])}
        />
      )}
    </div>
  )
}
