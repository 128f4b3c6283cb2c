import { describe, expect, it } from 'vitest'
import { userEvent } from 'vitest/browser'
import type { Annotation } from '../../shared/contract/annotations.ts'
import { type RenderedApp, renderApp, THREE_SITES } from '../support/render-app.tsx'

const SITE = 'middle'

/** Without working out how sure each verdict is, which is not looked at here and takes the processor for seconds. */
function renderQuietly(): Promise<RenderedApp> {
  return renderApp(THREE_SITES, { drawsByThemselves: false })
}

async function openComments(): Promise<RenderedApp> {
  const app = await renderQuietly()
  await expect.poll(() => app.store.getState().columns?.count).toBe(3)
  app.store.getState().selectSite(SITE, 'list')
  await app.screen.getByRole('tab', { name: 'Comments' }).click()
  return app
}

async function say(app: RenderedApp, text: string): Promise<void> {
  await app.screen.getByLabelText('New comment on the site').fill(text)
  await userEvent.keyboard('{Control>}{Enter}{/Control}')
  await expect.element(app.screen.getByText(text)).toBeVisible()
}

describe('the comments of a site', () => {
  it('are written, answered, resolved and counted by keyboard alone', async () => {
    const app = await openComments()
    await expect.element(app.screen.getByText(/^No comments yet/)).toBeVisible()
    await say(app, 'Who owns the road?')
    await expect.element(app.screen.getByRole('tab', { name: /^Comments ?1$/ })).toBeVisible()
    await expect.element(app.screen.getByTitle('1 open comment')).toBeVisible()
    await expect.element(app.screen.getByLabelText('New comment on the site')).toHaveValue('')
    await app.screen.getByLabelText('Reply on The site').fill('The county')
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    await expect.element(app.screen.getByText('The county')).toBeVisible()
    const resolve = app.screen.getByRole('button', { name: 'Resolve' })
    ;(resolve.element() as HTMLElement).focus()
    await userEvent.keyboard('{Enter}')
    await expect.element(app.screen.getByText('All comments are resolved.')).toBeVisible()
    expect(app.screen.getByTitle('1 open comment').elements()).toHaveLength(0)
    await app.screen.getByRole('button', { name: 'All 1' }).click()
    await expect.element(app.screen.getByText('The county')).toBeVisible()
    await app.screen.getByRole('button', { name: 'Reopen' }).click()
    await expect.element(app.screen.getByRole('tab', { name: /^Comments ?1$/ })).toBeVisible()
  })

  it('keep what is typed while another site is open, until it is sent or discarded', async () => {
    const app = await openComments()
    await app.screen.getByLabelText('New comment on the site').fill('Half a thou')
    app.store.getState().selectSite('large-dear', 'list')
    await expect.element(app.screen.getByRole('heading', { level: 2, name: 'Birch Crossing' })).toBeVisible()
    await expect.element(app.screen.getByLabelText('New comment on the site')).toHaveValue('')
    app.store.getState().selectSite(SITE, 'list')
    await expect.element(app.screen.getByLabelText('New comment on the site')).toHaveValue('Half a thou')
    await app.screen.getByRole('button', { name: 'Discard' }).click()
    await expect.element(app.screen.getByLabelText('New comment on the site')).toHaveValue('')
    expect(app.host.calls).not.toContain('comments.start')
  })

  it("keep the words and show the host's sentence when the host refuses", async () => {
    const app = await openComments()
    app.host.failNext = { method: 'comments.start', message: 'The disk is full; free some space and send it again.' }
    await app.screen.getByLabelText('New comment on the site').fill('Who owns the road?')
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    await expect.element(app.screen.getByRole('alert').filter({ hasText: 'The disk is full' })).toBeVisible()
    await expect.element(app.screen.getByLabelText('New comment on the site')).toHaveValue('Who owns the road?')
  })

  it("let me change and take back my own words only, and the other's not", async () => {
    const app = await openComments()
    await say(app, 'Who owns the raod?')
    const [thread] = app.host.comments.threads
    app.host.comments.threads = app.host.comments.replied(thread?.threadId ?? '', 'The county', 'Eve')
    await app.store.getState().refreshComments()
    const other = app.screen.getByRole('article', { name: 'Comment of Eve' })
    await expect.element(other).toBeVisible()
    expect(other.getByRole('button').elements()).toHaveLength(0)
    await app.screen.getByRole('button', { name: 'Edit this comment' }).click()
    await app.screen.getByLabelText('Comment', { exact: true }).fill('Who owns the road?')
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    await expect.element(app.screen.getByText('Who owns the road?')).toBeVisible()
    await expect.element(app.screen.getByText(/· edited/)).toBeVisible()
    await app.screen.getByRole('button', { name: 'Remove this comment' }).click()
    await expect.poll(() => app.screen.getByText('Who owns the road?').elements().length).toBe(0)
    await expect.element(other).toBeVisible()
    await app.screen.getByRole('button', { name: 'Undo' }).click()
    await expect.element(app.screen.getByText('Who owns the road?')).toBeVisible()
  })

  it('are filtered by who spoke in them', async () => {
    const app = await openComments()
    await say(app, 'Who owns the road?')
    await say(app, 'Is there water?')
    const [water] = app.host.comments.threads
    app.host.comments.threads = app.host.comments.replied(water?.threadId ?? '', 'A well', 'Eve')
    await app.store.getState().refreshComments()
    await app.screen.getByLabelText('Comments of').selectOptions('By Eve')
    await expect.poll(() => app.screen.getByText('Who owns the road?').elements().length).toBe(0)
    await expect.element(app.screen.getByText('A well')).toBeVisible()
  })
})

describe('the comments of an attribute', () => {
  it('stand under it, and Esc closes the form without losing the words', async () => {
    const app = await renderQuietly()
    await expect.poll(() => app.store.getState().columns?.count).toBe(3)
    app.store.getState().selectSite(SITE, 'list')
    await app.screen.getByRole('tab', { name: 'Attributes' }).click()
    await app.screen.getByRole('button', { name: 'Comment on Land', exact: true }).click()
    await app.screen.getByLabelText('New comment on Land').fill('The deed says 298')
    await userEvent.keyboard('{Escape}')
    expect(app.screen.getByLabelText('New comment on Land').elements()).toHaveLength(0)
    await app.screen.getByRole('button', { name: 'Comment on Land', exact: true }).click()
    await expect.element(app.screen.getByLabelText('New comment on Land')).toHaveValue('The deed says 298')
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    await expect.element(app.screen.getByRole('button', { name: '1 open comment on Land' })).toBeVisible()
    await app.screen.getByRole('tab', { name: /^Comments/ }).click()
    await expect.element(app.screen.getByRole('region', { name: 'Comments on Land' })).toBeVisible()
  })
})

describe('the comments on the map', () => {
  it('are put where the map was asked, pinned there, and opened again from the pin', async () => {
    const app = await renderQuietly()
    await expect.poll(() => app.store.getState().columns?.count).toBe(3)
    const map = app.screen.container.querySelector<HTMLElement>('.map-root')
    if (!map) throw new Error('The map is not there.')
    const { x, y, width, height } = map.getBoundingClientRect()
    map.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, clientX: x + width / 2, clientY: y + height / 2 }))
    await expect.element(app.screen.getByRole('menuitem', { name: 'Comment here' })).toHaveFocus()
    await userEvent.keyboard('{Enter}')
    await app.screen.getByLabelText('New comment', { exact: true }).fill('Sinkhole')
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    await expect.element(app.screen.getByRole('article').getByText('Sinkhole')).toBeVisible()
    const [thread] = app.host.comments.threads
    expect(thread?.anchor.type).toBe('point')
    await app.screen.getByRole('button', { name: 'Close' }).click()
    expect(app.screen.getByRole('dialog').elements()).toHaveLength(0)
    const pin = app.screen.getByRole('button', { name: /^1 comments? on / })
    await pin.click()
    await expect.element(app.screen.getByRole('article').getByText('Sinkhole')).toBeVisible()
    await app.screen.getByRole('button', { name: 'Resolve' }).click()
    await app.screen.getByRole('button', { name: 'Close' }).click()
    await expect.poll(() => pin.elements().length).toBe(0)
  })

  it('start at the middle of the map with the key C, and Esc gives the map the keyboard back', async () => {
    const app = await renderQuietly()
    await expect.poll(() => app.store.getState().columns?.count).toBe(3)
    const map = app.screen.container.querySelector<HTMLElement>('.map-root')
    map?.focus()
    await userEvent.keyboard('c')
    await expect.element(app.screen.getByLabelText('New comment', { exact: true })).toHaveFocus()
    await userEvent.keyboard('Gate{Escape}')
    await expect.poll(() => document.activeElement).toBe(map)
    expect(app.store.getState().commentDrafts['map']).toBe('Gate')
  })
})

describe('a drawing', () => {
  async function openDrawing(
    conflicts: Annotation['conflicts'] = [],
    versions: RenderedApp['host']['annotations']['versions'] = [],
  ): Promise<RenderedApp> {
    const app = await renderQuietly()
    await expect.poll(() => app.store.getState().columns?.count).toBe(3)
    const { held, created } = app.host.annotations.written({
      create: [
        {
          figure: { shape: 'point', geometry: { type: 'Point', coordinates: [-100, 33] }, radiusMetres: null },
          ...{ siteId: null, groupId: null, label: 'Gate', text: '', category: 'access', photo: null },
        },
      ],
      update: [],
      remove: [],
    })
    app.host.annotations.versions = versions
    app.host.annotations.held = { ...held, annotations: held.annotations.map((each) => ({ ...each, conflicts })) }
    await app.store.getState().refreshAnnotations()
    app.store.getState().openDrawing(true)
    app.store.getState().selectAnnotations(created)
    await expect.element(app.screen.getByText('Comments', { exact: true }).last()).toBeVisible()
    return app
  }

  it('is talked about where it is looked at', async () => {
    const app = await openDrawing()
    const summary = [...app.screen.container.querySelectorAll('summary')].find((each) =>
      each.textContent?.startsWith('Comments'),
    )
    summary?.focus()
    await userEvent.keyboard('{Enter}')
    await app.screen.getByLabelText('New comment on Gate').fill('Locked at night')
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    await expect.element(app.screen.getByRole('article').getByText('Locked at night')).toBeVisible()
    const [annotation] = app.store.getState().annotations
    expect(app.host.comments.threads[0]?.anchor).toEqual({
      type: 'annotation',
      annotationId: annotation?.annotationId,
    })
  })

  it('that two people changed unseen by each other asks which change stands', async () => {
    const app = await openDrawing(
      ['label'],
      [
        {
          part: 'label',
          versions: [
            { value: 'Gate', author: 'Dana', at: Date.UTC(2026, 6, 2) },
            { value: 'East gate', author: 'Eve', at: Date.UTC(2026, 6, 1) },
          ],
        },
      ],
    )
    const asked = app.screen.getByRole('region', { name: 'Changes that disagree' })
    await expect
      .element(asked.getByText('Two people changed the label unseen by each other. Which one stands?'))
      .toBeVisible()
    await expect.element(asked.getByText('Eve, 1 Jul 2026, 00:00 UTC')).toBeVisible()
    await asked.getByRole('button', { name: 'Take' }).click()
    await expect.poll(() => app.store.getState().annotations[0]?.label).toBe('East gate')
    await expect.poll(() => asked.elements().length).toBe(0)
    expect(app.host.annotations.labels.at(-1)).toBe('Settle the label of Gate')
  })
})
