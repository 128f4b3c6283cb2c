import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: import.meta.dirname,
  // Relative addresses serve app://bundle/ and the loopback host alike.
  base: './',
  plugins: [react()],
  build: {
    outDir: '../dist/renderer',
    // The basemap is built into the same folder and takes longer than the page; emptying the folder would lose it.
    emptyOutDir: false,
    target: 'chrome130',
    // An inlined data: address for a font is refused by font-src 'self'.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1_200,
  },
})
