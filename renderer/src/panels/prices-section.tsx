import { Button } from '@mantine/core'
import { useEffect, useId, useState } from 'react'
import type { PriceNode } from '../../../shared/contract/prices.ts'
import type { SiteDetail } from '../../../shared/contract/sites.ts'
import { marketOf, type NodePrices } from '../stores/price-slice.ts'
import { useApp, useAppStore } from '../stores/use-app.ts'
import '../styles/prices.css'
import { CurtailmentPart } from './curtailment-part.tsx'
import { PeakHoursForm } from './peak-hours-form.tsx'
import { PriceFigures } from './price-figures.tsx'

/** The market prices at the node that a site buys at, and what a load that stops above a price would pay there. */
export function PricesSection({ detail }: { readonly detail: SiteDetail }) {
  const store = useAppStore()
  const editField = useApp((state) => state.editField)
  const attached = detail.attributes.find(({ field }) => field === 'priceNode')?.value
  const nodeId = typeof attached === 'string' && attached !== '' ? attached : null
  const peakHours = useApp((state) => (nodeId === null ? undefined : state.peakHours[marketOf(nodeId)]))
  const [prices, setPrices] = useState<NodePrices | null>(null)
  // biome-ignore lint/correctness/useExhaustiveDependencies: readPrices takes the named peaks from the store.
  useEffect(() => {
    let isGone = false
    setPrices((before) => (before?.node.nodeId === nodeId ? before : null))
    if (nodeId !== null)
      void store
        .getState()
        .readPrices(nodeId)
        .then((read) => {
          if (!isGone) setPrices(read)
        })
    return () => {
      isGone = true
    }
  }, [store, nodeId, peakHours])
  const attach = (node: PriceNode | null) =>
    void editField({
      siteId: detail.siteId,
      field: 'priceNode',
      value: node?.nodeId ?? null,
      source: node?.source ?? '',
      asOf: node?.toMonth ?? null,
      rung: 'claimed',
    })
  return (
    <section className="section">
      <h3 className="section__title">Market prices</h3>
      {nodeId === null ? (
        <NodePicker onPick={attach} />
      ) : (
        <p className="prices__node">
          <span>{nodeId}</span>
          <Button size="compact-xs" variant="default" onClick={() => attach(null)}>
            Detach
          </Button>
        </p>
      )}
      {prices === null ? null : (
        <>
          <PriceFigures statistics={prices.statistics} source={prices.node.source} />
          {prices.node.run === 'retail' ? null : <PeakHoursForm key={prices.node.market} market={prices.node.market} />}
          <CurtailmentPart key={prices.node.nodeId} prices={prices} />
        </>
      )}
    </section>
  )
}

function NodePicker({ onPick }: { onPick(node: PriceNode): void }) {
  const store = useAppStore()
  const listId = useId()
  const [text, setText] = useState('')
  const [nodes, setNodes] = useState<readonly PriceNode[] | null>(null)
  useEffect(() => {
    let isGone = false
    // A node that was chosen from the list holds slashes, and is looked for by its name.
    const wanted = text.includes('/') ? (text.split('/')[2] ?? '') : text
    void store
      .getState()
      .findPriceNodes(wanted)
      .then((found) => {
        if (!isGone) setNodes(found)
      })
    return () => {
      isGone = true
    }
  }, [store, text])
  if (nodes?.length === 0 && text === '')
    return <p className="muted">No market prices yet: import a price file of ERCOT, PJM, NYISO or another market.</p>
  const picked = nodes?.find((node) => node.nodeId === text)
  return (
    <form
      className="prices__pick"
      onSubmit={(event) => {
        event.preventDefault()
        if (picked) onPick(picked)
      }}
    >
      <input
        className="prices__input"
        aria-label="Node or hub"
        placeholder="Find a node or hub, such as HB_WEST"
        list={listId}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <datalist id={listId}>
        {(nodes ?? []).map((node) => (
          <option key={node.nodeId} value={node.nodeId} />
        ))}
      </datalist>
      <Button type="submit" size="compact-sm" disabled={picked === undefined}>
        Attach
      </Button>
    </form>
  )
}
