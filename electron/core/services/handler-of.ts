type AnyHandler = (input: unknown) => unknown

/** The handler of a method, which the contract has given to this role. */
export function handlerOf(handlers: object, method: string): AnyHandler {
  if (!Object.hasOwn(handlers, method)) throw new Error(`This worker does not answer ${method}.`)
  return (handlers as Record<string, AnyHandler>)[method] as AnyHandler
}
