/** Where the files that ship with the app lie. */
export interface ResourceFolders {
  /** sites.csv and retired_coal.csv. */
  readonly reference: string
  /** basemap.pmtiles and labels.json. */
  readonly basemap: string
  /** Fonts that the memo embeds. */
  readonly fonts: string
}
