import react from '@vitejs/plugin-react'
import { playwright } from '@vitest/browser-playwright'
import { defineConfig } from 'vitest/config'
import { CHROMIUM_FLAGS, findChromium } from './support/chromium.ts'

if (Number(process.versions['napi']) < 10) {
  throw new Error('The tests need Node.js 22.18 or newer; start them with "npm test".')
}

const executablePath = await findChromium()

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'node',
          include: ['test/{unit,core,cli,http,electron,package}/**/*.test.ts'],
          testTimeout: 60_000,
          hookTimeout: 60_000,
          // Many of these tests wait for a process of their own; vitest's default leaves a core idle.
          maxWorkers: 2,
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/e2e/**/*.test.ts'],
          testTimeout: 120_000,
          hookTimeout: 120_000,
          // Two processes and a browser share the machine with whatever else runs on it.
          expect: { poll: { timeout: 15_000 } },
          // Pages and processes mostly wait for one another, so a third file fills the pauses.
          maxWorkers: 3,
          // Pages whose every answer is waited for must not share the machine with the other projects, and the browser of
          // the page's parts stays open to the end.
          sequence: { groupOrder: 1 },
        },
      },
      {
        plugins: [react()],
        test: {
          name: 'renderer',
          include: ['test/renderer/**/*.test.{ts,tsx}'],
          sequence: { groupOrder: 2 },
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: { executablePath, args: CHROMIUM_FLAGS },
              // Leaflet ends a zoom animation by a timer that outlives the map of a test.
              contextOptions: { reducedMotion: 'reduce' },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
})
