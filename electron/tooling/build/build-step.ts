/** One part of the build that is left out while nothing it reads has changed. */
export interface BuildStep {
  readonly name: string
  /** Files and folders whose content decides whether the step runs, relative to the project. */
  readonly inputs: readonly string[]
  /** Files that must be there after the step, relative to the project; one missing makes the step run. */
  readonly outputs: readonly string[]
  run(): Promise<void>
}
