import * as z from 'zod'
import { jobId } from './values.ts'

/** What a method that starts a job answers; events tell of the job from then on. */
export const jobStarted = z.strictObject({ jobId })
