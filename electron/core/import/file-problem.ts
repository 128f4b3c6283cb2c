import { AppError } from '../../../shared/contract/errors.ts'

/** The sentence for a file that the operating system does not hand over. */
export function fileProblem(name: string, error: unknown): AppError {
  const code = (error as NodeJS.ErrnoException).code ?? ''
  const sentences: Record<string, string> = {
    ENOENT: `"${name}" does not exist; check the path.`,
    ENOTDIR: `"${name}" does not exist; check the path.`,
    EACCES: `You have no permission to read "${name}"; change its permissions or copy it to a folder of your own.`,
    EPERM: `You have no permission to read "${name}"; change its permissions or copy it to a folder of your own.`,
    EISDIR: `"${name}" is a folder; choose a file in it.`,
    ELOOP: `"${name}" is a link that leads back to itself; choose the file it should lead to.`,
    EMFILE: 'Too many files are open; close other programs and import again.',
  }
  const fallback = `"${name}" cannot be read${code ? ` (${code})` : ''}; check the disk or copy the file elsewhere.`
  return new AppError('bad_input', sentences[code] ?? fallback)
}
