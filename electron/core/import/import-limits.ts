/** Bounds on what an import reads, so that no file can exhaust memory. */
export const IMPORT_LIMITS = {
  /** Whole file, bytes. */
  fileBytes: 2 * 1024 ** 3,
  /** One line, or one row whose quoted cells span lines: bytes while scanning, characters while parsing. */
  lineLength: 1024 ** 2,
  columns: 2_000,
  /** A file whose rows are combined before any goes in is held in memory whole, bytes. */
  combinedFileBytes: 64 * 1024 ** 2,
} as const
