import type { SliceTools } from './app-state.ts'

/** What the host answers, or null after its error was told to the user. */
export async function told<T>({ get }: Pick<SliceTools, 'get'>, work: Promise<T>): Promise<T | null> {
  try {
    return await work
  } catch (error) {
    get().report(error)
    return null
  }
}
