import { ActionIcon, Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'

export interface IconButtonProps {
  readonly label: string
  /** Longer text for the tooltip, where the label is not enough. */
  readonly hint?: string | undefined
  readonly isDisabled?: boolean
  readonly children: ReactNode
  onClick(): void
}

/** A quiet button that is an icon alone; its label is its name and its tooltip. */
export function IconButton({ label, hint, isDisabled = false, children, onClick }: IconButtonProps) {
  return (
    <Tooltip label={hint ?? label} openDelay={350} withArrow fz="xs">
      {/* data-disabled keeps the tooltip reachable, which a disabled button would not. */}
      <ActionIcon
        variant="subtle"
        color="gray"
        size={30}
        aria-label={label}
        aria-disabled={isDisabled}
        {...(isDisabled ? { 'data-disabled': true } : {})}
        onClick={() => {
          if (!isDisabled) onClick()
        }}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  )
}
