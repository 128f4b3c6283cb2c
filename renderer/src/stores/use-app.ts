import { createContext, useContext } from 'react'
import { useStore } from 'zustand'
import type { AppState } from './app-state.ts'
import type { AppStore } from './app-store.ts'

export const AppStoreContext = createContext<AppStore | null>(null)

export function useAppStore(): AppStore {
  const store = useContext(AppStoreContext)
  if (store === null) throw new Error('No store above this component.')
  return store
}

/** A part of the app's state; the component renders again when that part changes. */
export function useApp<T>(select: (state: AppState) => T): T {
  return useStore(useAppStore(), select)
}
