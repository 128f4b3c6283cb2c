import { annotations } from './annotations.ts'
import { app } from './app.ts'
import { catalog } from './catalog.ts'
import { comments } from './comments.ts'
import { decks } from './decks.ts'
import type { Client, MethodDef } from './define.ts'
import { documents } from './documents.ts'
import { evidence } from './evidence.ts'
import { history } from './history.ts'
import { imports, jobs } from './jobs.ts'
import { land } from './land.ts'
import { layers } from './layers.ts'
import { mappings } from './mappings.ts'
import { nearby } from './nearby.ts'
import { plants } from './plants.ts'
import { prices } from './prices.ts'
import { queue } from './queue.ts'
import { rulers } from './rulers.ts'
import { sites } from './sites.ts'
import { tiles } from './tiles.ts'

/** Everything that a window, a browser page or the command line can ask of Switchyard. */
export const contract = {
  ...annotations,
  ...app,
  ...catalog,
  ...comments,
  ...decks,
  ...documents,
  ...evidence,
  ...history,
  ...imports,
  ...jobs,
  ...land,
  ...layers,
  ...mappings,
  ...nearby,
  ...plants,
  ...prices,
  ...queue,
  ...rulers,
  ...sites,
  ...tiles,
} as const

export type Contract = typeof contract
export type Method = keyof Contract
export type SwitchyardClient = Client<Contract>

/** The definition of a method, or undefined for a name that is not the contract's own (`__proto__` included). */
export function methodDef(name: string): MethodDef | undefined {
  return Object.hasOwn(contract, name) ? contract[name as Method] : undefined
}
