import { createContext, useContext, useSyncExternalStore } from 'react'
import type { Theme } from '../stores/settings-slice.ts'

export type ColorScheme = 'light' | 'dark'

export const ColorSchemeContext = createContext<ColorScheme>('light')

/** The scheme that is on the screen. */
export function useShownScheme(): ColorScheme {
  return useContext(ColorSchemeContext)
}

const DARK = '(prefers-color-scheme: dark)'

/** The scheme of a theme; `system` follows the operating system as it changes. */
export function useColorScheme(theme: Theme): ColorScheme {
  const isDark = useSyncExternalStore(subscribe, () => window.matchMedia(DARK).matches)
  if (theme !== 'system') return theme
  return isDark ? 'dark' : 'light'
}

function subscribe(onChange: () => void): () => void {
  const query = window.matchMedia(DARK)
  query.addEventListener('change', onChange)
  return () => query.removeEventListener('change', onChange)
}
