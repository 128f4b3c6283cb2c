/** Where an address or a long token may be broken: behind these signs. */
const BREAKS_IN_WORD = /(?<=[/\-_?&=.,;:+@#%])/

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' })

/**
 * Breaks a text into lines no wider than `width`. Breaks at spaces; a word wider than a line breaks behind its
 * punctuation, or between any two characters where it has none. A line break in the text starts a new line.
 * @param widthOf width of a text in the unit of `width`
 */
export function breakLines(text: string, width: number, widthOf: (text: string) => number): string[] {
  return text.split('\n').flatMap((paragraph) => breakParagraph(paragraph, width, widthOf))
}

function breakParagraph(paragraph: string, width: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = []
  let line = ''
  let used = 0
  const put = (piece: string, glue: string): void => {
    const glued = line === '' ? piece : glue + piece
    const needed = widthOf(glued)
    if (used + needed <= width) {
      line += glued
      used += needed
      return
    }
    if (line !== '') {
      lines.push(line)
      line = ''
      used = 0
    }
    line = piece
    used = widthOf(piece)
  }
  for (const word of paragraph.split(' ')) {
    if (word === '') continue
    if (widthOf(word) <= width) {
      put(word, ' ')
      continue
    }
    pieces(word, width, widthOf).forEach((piece, index) => {
      put(piece, index === 0 ? ' ' : '')
    })
  }
  lines.push(line)
  return lines
}

function pieces(word: string, width: number, widthOf: (text: string) => number): string[] {
  return word
    .split(BREAKS_IN_WORD)
    .flatMap((part) => (widthOf(part) <= width ? [part] : Array.from(graphemes.segment(part), (each) => each.segment)))
}
