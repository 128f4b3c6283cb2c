import type * as z from 'zod'

/**
 * Who answers a method: `query` the catalog's reader, `command` its only writer, `document` the worker that
 * writes memos and exports, `host` the process that owns windows, files and settings.
 */
export type MethodKind = 'query' | 'command' | 'document' | 'host'

export interface MethodDef {
  readonly kind: MethodKind
  readonly input: z.ZodType
  readonly output: z.ZodType
}

export type ContractDef = Readonly<Record<string, MethodDef>>

type MaybePromise<T> = T | Promise<T>

/** What a caller sees: one typed async function a method. */
export type Client<C extends ContractDef> = {
  [K in keyof C & string]: (input: z.input<C[K]['input']>) => Promise<z.output<C[K]['output']>>
}

/** What an implementer writes: one function a method, given the parsed input. */
export type Handlers<C extends ContractDef> = {
  [K in keyof C & string]: (input: z.output<C[K]['input']>) => MaybePromise<z.input<C[K]['output']>>
}

/** The methods of one kind. */
export type MethodsOfKind<C extends ContractDef, Kind extends MethodKind> = {
  [K in keyof C & string as C[K]['kind'] extends Kind ? K : never]: C[K]
}
