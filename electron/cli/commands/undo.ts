import type { Command } from '../command.ts'

/** Takes the last change back, as a new change. */
export const undo: Command = step('undo', 'take the last change back')

/** Makes the change again that was taken back last. */
export const redo: Command = step('redo', 'make the change again that was taken back')

function step(name: 'undo' | 'redo', summary: string): Command {
  return {
    name,
    summary,
    options: {},
    async run(context) {
      const { client } = await context.open()
      const done = await client[`history.${name}`]({})
      const skipped = done.skipped > 0 ? ` ${done.skipped} cells stay, because they were changed since.` : ''
      return {
        json: { label: done.label, skipped: done.skipped, revision: done.revision },
        text:
          done.label === null
            ? `There is nothing to ${name}.`
            : `${name === 'undo' ? 'Undid' : 'Redid'}: ${done.label}.${skipped}`,
      }
    },
  }
}
