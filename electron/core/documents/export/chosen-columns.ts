import { AppError } from '../../../../shared/contract/errors.ts'
import type { ExportColumn } from '../../../../shared/domain/export/export-columns.ts'
import {
  EXPORT_PROFILE_TEXTS,
  type ExportProfile,
  profileColumns,
} from '../../../../shared/domain/export/export-profile.ts'

/**
 * The columns of an export in the order of the profile. A teaser's code name stays whatever is chosen.
 * @param names undefined for all that the profile shows.
 * @throws AppError bad_input for a name that the profile does not show.
 */
export function chosenColumns(profile: ExportProfile, names: readonly string[] | undefined): readonly ExportColumn[] {
  const columns = profileColumns(profile)
  if (names === undefined) return columns
  const unknown = names.find((name) => !columns.some((column) => column.name === name))
  if (unknown !== undefined)
    throw new AppError(
      'bad_input',
      `The profile "${EXPORT_PROFILE_TEXTS[profile].label}" has no column "${unknown.slice(0, 60)}"; choose from ${columns.map((column) => column.name).join(', ')}.`,
    )
  return columns.filter((column) => column.name === 'code_name' || names.includes(column.name))
}
