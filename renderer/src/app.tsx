import { MantineProvider } from '@mantine/core'
import { useEffect } from 'react'
import { VERDICTS } from '../../shared/domain/site/strategies.ts'
import { VERDICT_COLORS } from '../../shared/map/verdict-colors.ts'
import { Desk } from './panels/desk.tsx'
import type { AppPorts } from './stores/app-state.ts'
import type { AppStore } from './stores/app-store.ts'
import { AppStoreContext, useApp } from './stores/use-app.ts'
import { ColorSchemeContext, useColorScheme } from './ui/color-scheme.ts'
import { useMenuCommands } from './ui/use-menu-commands.ts'
import { useShortcuts } from './ui/use-shortcuts.ts'

export interface AppProps {
  readonly store: AppStore
  readonly ports: AppPorts
}

export function App({ store, ports }: AppProps) {
  return (
    <AppStoreContext value={store}>
      <Themed ports={ports} />
    </AppStoreContext>
  )
}

function Themed({ ports }: { readonly ports: AppPorts }) {
  const scheme = useColorScheme(useApp((state) => state.theme))
  useShortcuts()
  useMenuCommands(ports)
  useEffect(() => {
    for (const verdict of VERDICTS)
      document.documentElement.style.setProperty(`--verdict-${verdict}`, VERDICT_COLORS[scheme][verdict])
  }, [scheme])
  return (
    // The content security policy allows style sheets of our own files alone and no <style> element, nonce or not, so
    // Mantine's generated variables and classes are off and its static style sheet, which holds both, is imported.
    // Style props of React are set through CSSOM, which the policy allows.
    <MantineProvider forceColorScheme={scheme} withCssVariables={false} withGlobalClasses={false} theme={THEME}>
      <ColorSchemeContext value={scheme}>
        <Desk />
      </ColorSchemeContext>
    </MantineProvider>
  )
}

const THEME = { cursorType: 'pointer', respectReducedMotion: true } as const
