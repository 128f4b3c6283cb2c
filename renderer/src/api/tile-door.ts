/** Fetches from the host under /tiles/, as the session of this page allows. */
export type FetchTile = (path: string, signal?: AbortSignal) => Promise<Response>
