import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

export default defineConfig({
  root: import.meta.dirname,
  // Relative addresses serve app://bundle/ and the loopback host alike.
  base: './',
  plugins: [react()],
  worker: { format: 'es' },
  build: {
    outDir: '../dist/renderer',
    // The build puts the basemap beside the page and empties the folder itself before; a page built alone keeps it.
    emptyOutDir: false,
    target: 'chrome130',
    // An inlined data: address for a font is refused by font-src 'self'.
    assetsInlineLimit: 0,
    // The libraries in the page ask that their notices travel with it.
    license: { fileName: 'licenses.md' },
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 1_200,
  },
})
