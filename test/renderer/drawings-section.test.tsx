import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { page } from 'vitest/browser'
import type { LonLat } from '../../shared/domain/annotations/annotation-figure.ts'
import { type DrawingMap, openDrawingMap } from '../support/drawing-map.ts'

const consoleError = vi.spyOn(console, 'error')

beforeEach(() => consoleError.mockClear())

afterEach(() => {
  vi.unstubAllGlobals()
  expect(consoleError.mock.calls).toEqual([])
})

async function openSection(): Promise<DrawingMap> {
  const map = await openDrawingMap()
  map.store.getState().openLayersPanel(true)
  await expect.element(page.getByRole('region', { name: 'Drawings' })).toBeVisible()
  return map
}

const line = (label: string, longitude: number, category: 'access' | 'fiber' | 'other' = 'other') => ({
  label,
  category,
  figure: {
    shape: 'line' as const,
    geometry: {
      type: 'LineString' as const,
      coordinates: [
        [longitude, 31.5],
        [longitude + 0.01, 31.51],
      ] as LonLat[],
    },
    radiusMetres: null,
  },
})

const pathOrder = () =>
  [...document.querySelectorAll('path[data-annotation]')].map((path) => path.getAttribute('data-annotation'))

test('drawing layers are made, renamed, raised, hidden, locked and removed without losing what is in them', {
  timeout: 40_000,
}, async () => {
  const map = await openSection()
  await page.getByRole('button', { name: 'New drawing layer' }).click()
  await page.getByRole('button', { name: 'Drawing layer 1', exact: true }).click()
  await page.getByLabelText('Name of the drawing layer').fill('Survey')
  await map.keys('{Enter}')
  await expect.element(page.getByRole('region', { name: 'Survey' })).toBeVisible()
  await page.getByRole('button', { name: 'New drawing layer' }).click()
  await expect.element(page.getByRole('region', { name: 'Drawing layer 2' })).toBeVisible()
  const [survey, second] = map.store.getState().annotationGroups.map(({ groupId }) => groupId)
  // What is drawn next goes into the layer that was made last.
  expect(map.store.getState().drawingGroupId).toBe(second)

  const [below, above] = (await map.store.getState().writeAnnotations({
    create: [
      { ...line('Road', -97), groupId: survey! },
      { ...line('Fiber', -96.99), groupId: second! },
    ],
  }))!
  await expect.poll(pathOrder).toEqual([below, above])
  const writes = map.host.calls.length
  await page.getByRole('button', { name: 'Raise Survey' }).click()
  await expect.poll(pathOrder).toEqual([above, below])
  expect(map.host.calls.slice(writes).filter((call) => call === 'annotations.saveGroup')).toHaveLength(1)

  await page.getByRole('button', { name: 'Hide Survey' }).click()
  await expect.poll(pathOrder).toEqual([above])
  await page.getByRole('button', { name: 'Show Survey' }).click()
  await page.getByRole('button', { name: 'Lock Survey', exact: true }).click()
  await page.getByRole('button', { name: 'Road Line' }).click()
  await expect.element(page.getByLabelText('Label', { exact: true })).toHaveAttribute('readonly')
  await page.getByRole('button', { name: 'Unlock Survey' }).click()
  await page.getByRole('button', { name: 'Remove Survey' }).click()
  await expect.element(page.getByRole('region', { name: 'Survey' })).not.toBeInTheDocument()
  await expect.poll(() => map.annotations().length).toBe(2)
  expect(map.annotations().find(({ annotationId }) => annotationId === below)?.groupId).toBeNull()
})

test('a drawing of the list is brought into view and selected; the list and the map are filtered together', async () => {
  const map = await openSection()
  await map.store.getState().writeAnnotations({
    create: [line('Haul road', -90, 'access'), line('Dark fiber', -97, 'fiber'), line('', -97.1)],
  })
  await page.getByRole('button', { name: 'Haul road Access road' }).click()
  await expect.poll(() => map.store.getState().mapView?.longitude).toBeGreaterThan(-91)
  await expect.element(page.getByLabelText('Label', { exact: true })).toHaveValue('Haul road')
  await page.getByLabelText('Show drawings that mark').selectOptions('fiber')
  await expect.element(page.getByRole('button', { name: 'Haul road Access road' })).not.toBeInTheDocument()
  await expect.poll(() => pathOrder().length).toBe(1)
  await page.getByLabelText('Show drawings that mark').selectOptions('All kinds')
  await expect.element(page.getByRole('button', { name: 'Line', exact: true }).last()).toBeVisible()
  await expect.poll(() => pathOrder().length).toBe(3)
})

test('label, category, colours and belonging are changed in the inspector, each by one step that undo takes back', async () => {
  const map = await openSection()
  const [id] = (await map.store.getState().writeAnnotations({ create: [line('Road', -97)] }))!
  map.store.getState().selectAnnotations([id!])
  const drawn = () => map.annotations()[0]!
  await page.getByLabelText('Label', { exact: true }).fill('County road 12')
  await map.keys('{Escape}')
  await expect.element(page.getByLabelText('Label', { exact: true })).toHaveValue('Road')
  await page.getByLabelText('Label', { exact: true }).fill('County road 12')
  await map.keys('{Enter}')
  await expect.poll(() => drawn().label).toBe('County road 12')
  await page.getByRole('combobox', { name: 'Marks' }).selectOptions('access')
  await expect.poll(() => drawn().category).toBe('access')
  // It was drawn as its category is, and still is.
  expect(drawn().style.strokeColor).toBe('#8c5a2b')
  await page.getByRole('radio', { name: 'Violet' }).click()
  await expect.poll(() => drawn().style.strokeColor).toBe('#7a5cd6')
  await page.getByRole('combobox', { name: 'Line' }).selectOptions('dashed')
  await expect
    .poll(() => document.querySelector('path[data-annotation]')?.getAttribute('stroke-dasharray'))
    .toMatch(/^\d/)
  map.store.getState().selectSite('middle', 'list')
  await page.getByRole('combobox', { name: 'Belongs to' }).selectOptions('Cedar Bend')
  await expect.poll(() => drawn().siteId).toBe('middle')
  expect(map.host.annotations.labels.slice(1)).toEqual([
    'Change the label of Road',
    'Change what it marks of County road 12',
    'Style County road 12',
    'Style County road 12',
    'Change the site of County road 12',
  ])
  await map.store.getState().undo()
  expect(drawn()).toMatchObject({ siteId: null, style: { dash: 'dashed' } })
  await map.store.getState().undo()
  expect(drawn()).toMatchObject({ category: 'access', style: { dash: 'solid', strokeColor: '#7a5cd6' } })
})
