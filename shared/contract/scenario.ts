import * as z from 'zod'

/** Which dated preset a scenario starts from and which of its assumptions the user moved. */
export const scenarioInput = z.strictObject({
  preset: z.string().max(60),
  changes: z.record(z.string().max(60), z.number()),
})

export type ScenarioInput = z.output<typeof scenarioInput>
