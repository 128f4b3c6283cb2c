import * as z from 'zod'

// Zod probes `new Function` when the first object schema is made, which the content security policy reports as a
// violation. Imported before anything that makes a schema.
z.config({ jitless: true })
