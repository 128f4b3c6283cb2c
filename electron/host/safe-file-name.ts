const LONGEST = 180
const RESERVED_ON_WINDOWS = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i

/**
 * A name that every file system and a Content-Disposition header can bear: the last segment of what was given,
 * without control, direction-changing or reserved characters, at most 180 characters with its extension kept.
 */
export function safeFileName(given: string): string {
  const last = given.split(/[\\/]/).at(-1) ?? ''
  const clean = last
    .normalize('NFC')
    .replaceAll(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029<>:"|?*]/gu, '')
    .replaceAll(/\s+/g, ' ')
    .replace(/^[. ]+/, '')
    .replace(/[. ]+$/, '')
  if (clean === '' || RESERVED_ON_WINDOWS.test(clean)) return clean === '' ? 'file' : `file-${clean}`
  const characters = [...clean]
  if (characters.length <= LONGEST) return clean
  const dot = characters.lastIndexOf('.')
  const extension = dot > 0 && characters.length - dot <= 16 ? characters.slice(dot) : []
  return [...characters.slice(0, LONGEST - extension.length), ...extension].join('')
}
