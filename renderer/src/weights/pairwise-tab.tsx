import { Button, TextInput } from '@mantine/core'
import { IconPlus, IconScale } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import { CRITERION_GROUP_LABELS } from '../../../shared/domain/ranking/criteria.ts'
import { groupsOf, withGroupWeights } from '../../../shared/domain/ranking/group-weights.ts'
import { formatNumber, formatPercent } from '../../../shared/format/format-quantity.ts'
import { useApp } from '../stores/use-app.ts'
import { judgedWeights } from './judged-weights.ts'
import { pairKey } from './judgments.ts'

/** Above it judgments should be made again. Source: Saaty 1980. */
const MOST_INCONSISTENT = 0.1

/** Weights of the groups of criteria from comparing them in pairs, by one person or several. */
export function PairwiseTab({ onUsed }: { onUsed(): void }) {
  const ruler = useApp((state) => state.ruler)
  const people = useApp((state) => state.judges)
  const setJudges = useApp((state) => state.setJudges)
  const duplicateRuler = useApp((state) => state.duplicateRuler)
  const editRuler = useApp((state) => state.editRuler)
  const [chosen, setChosen] = useState(0)
  const groups = groupsOf(ruler.criteria)
  const person = people[Math.min(chosen, people.length - 1)]
  const result = useMemo(() => judgedWeights(groups, people), [groups, people])
  if (person === undefined || groups.length < 2) {
    return <p className="empty">The ruler has criteria of one group alone, so there is nothing to compare.</p>
  }
  const own = judgedWeights(groups, [person])
  const index = people.indexOf(person)
  const change = (patch: Partial<typeof person>) =>
    setJudges(people.map((each) => (each === person ? { ...each, ...patch } : each)))
  const labelOf = (at: number) => CRITERION_GROUP_LABELS[groups[at] ?? 'value']
  return (
    <div className="pairs">
      <div>
        <div className="pairs__people">
          {people.map((each, at) => (
            <button
              // biome-ignore lint/suspicious/noArrayIndexKey: people may share a name.
              key={at}
              type="button"
              className="chip"
              data-on={at === index}
              aria-pressed={at === index}
              onClick={() => setChosen(at)}
            >
              {each.name.trim() || `Person ${at + 1}`}
            </button>
          ))}
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconPlus size={13} stroke={2} />}
            onClick={() => {
              setJudges([...people, { name: `Person ${people.length + 1}`, steps: {} }])
              setChosen(people.length)
            }}
          >
            Add a person
          </Button>
          <TextInput
            size="xs"
            aria-label="Name of the person"
            value={person.name}
            maxLength={60}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          {people.length > 1 ? (
            <Button
              size="compact-xs"
              variant="subtle"
              color="gray"
              onClick={() => {
                setJudges(people.filter((each) => each !== person))
                setChosen(0)
              }}
            >
              Take out
            </Button>
          ) : null}
        </div>
        {groups.flatMap((first, row) =>
          groups.slice(row + 1).map((second, offset) => {
            const key = pairKey(first, second)
            const step = person.steps[key] ?? 0
            const isOdd = own.odd !== null && own.odd.row === row && own.odd.column === row + 1 + offset
            return (
              <Pair
                key={key}
                first={CRITERION_GROUP_LABELS[first]}
                second={CRITERION_GROUP_LABELS[second]}
                step={step}
                isOdd={isOdd && own.ratio > MOST_INCONSISTENT}
                onChange={(wanted) => change({ steps: { ...person.steps, [key]: wanted } })}
              />
            )
          }),
        )}
      </div>
      <section className="pairs__result" aria-label="Weights that follow">
        <h3 className="section__title">
          {people.length === 1 ? 'Weights that follow' : `Weights of ${people.length} people, geometric mean`}
        </h3>
        {groups.map((group, at) => (
          <div key={group} className="pairs__group">
            <span>{CRITERION_GROUP_LABELS[group]}</span>
            <span className="pairs__bar">
              <div style={{ width: `${100 * (result.weights[at] ?? 0)}%` }} />
            </span>
            <span className="num cell-end">{formatPercent(result.weights[at] ?? 0)}</span>
          </div>
        ))}
        <p className="pairs__consistency" data-bad={own.ratio > MOST_INCONSISTENT} role="status">
          {person.name.trim() || 'This person'}: consistency ratio {formatNumber(own.ratio, 2)} (random index of Saaty).{' '}
          {own.ratio <= MOST_INCONSISTENT
            ? 'The judgments fit together.'
            : own.odd === null
              ? ''
              : `The judgments contradict each other. ${labelOf(own.odd.row)} against ${labelOf(own.odd.column)} fits least: judged ${ratioText(own.odd.judged)}, while the others together say ${ratioText(own.odd.implied)}.`}
        </p>
        {people.length > 1 ? (
          <p className="pairs__consistency">All together: consistency ratio {formatNumber(result.ratio, 2)}.</p>
        ) : null}
        <Button
          size="xs"
          leftSection={<IconScale size={15} stroke={1.8} />}
          onClick={() => {
            const isOwn = ruler.version === 0
            const criteria = withGroupWeights(ruler.criteria, groups, result.weights)
            if (isOwn) editRuler({ ...ruler, criteria })
            else duplicateRuler({ ...ruler, name: `${ruler.name}, compared in pairs`, criteria })
            onUsed()
          }}
        >
          Use as ruler
        </Button>
      </section>
    </div>
  )
}

interface PairProps {
  readonly first: string
  readonly second: string
  /** From -8 to 8: how much more the second counts, or the first where it is below 0. */
  readonly step: number
  readonly isOdd: boolean
  onChange(step: number): void
}

function Pair({ first, second, step, isOdd, onChange }: PairProps) {
  const text = step === 0 ? 'count the same' : `${step < 0 ? first : second} counts ${Math.abs(step) + 1} times as much`
  return (
    <div className="pair" data-odd={isOdd}>
      <span data-more={step < 0}>{first}</span>
      <input
        className="range"
        type="range"
        min={-8}
        max={8}
        step={1}
        value={step}
        aria-label={`${first} against ${second}`}
        aria-valuetext={text}
        onChange={(event) => onChange(event.currentTarget.valueAsNumber)}
      />
      <span data-more={step > 0}>{second}</span>
      {step === 0 ? null : <span className="pair__text">{text}</span>}
    </div>
  )
}

function ratioText(ratio: number): string {
  return ratio >= 1 ? `${formatNumber(ratio, 1)} to 1` : `1 to ${formatNumber(1 / ratio, 1)}`
}
