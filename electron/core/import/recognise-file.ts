import { AppError } from '../../../shared/contract/errors.ts'
import type { Recognised } from './importer.ts'
import { IMPORTERS } from './importers.ts'
import { inSentence } from './in-sentence.ts'
import { siteList } from './site-importers.ts'
import { refusal } from './source/refusal.ts'
import type { SourceFile } from './source/source-file.ts'

/**
 * Finds out by its content what a file is, never by its name.
 * @param format an importer's id, to read the file as that whatever it looks like.
 * @throws AppError bad_input with one sentence for a file that nothing knows.
 */
export async function recogniseFile(source: SourceFile, format: string | undefined): Promise<Recognised> {
  if (format !== undefined) return readAs(source, format)
  for (const importer of IMPORTERS) {
    const recognised = await importer.recognise(source)
    if (recognised) return recognised
  }
  if (source.content === 'text' && siteList.force) return siteList.force(source)
  throw refusal(source)
}

async function readAs(source: SourceFile, format: string): Promise<Recognised> {
  const importer = IMPORTERS.find((each) => each.id === format)
  if (!importer)
    throw new AppError(
      'bad_input',
      `"${inSentence(format)}" is not a format; choose ${IMPORTERS.map(({ id }) => id).join(', ')}.`,
    )
  const recognised = importer.force ? await importer.force(source) : await importer.recognise(source)
  if (recognised) return recognised
  throw new AppError(
    'bad_input',
    `"${source.name}" does not look like ${format}; leave the format out and Switchyard finds out what the file is.`,
  )
}
