import { readFileSync } from 'node:fs'
import path from 'node:path'
import { create, type Font } from 'fontkit'
import { AppError } from '../../../../../shared/contract/errors.ts'
import type { FaceName } from '../style.ts'

/** An opened font and how wide it sets a text. */
export interface Face {
  readonly name: FaceName
  readonly font: Font
  /** Width in ems, of the glyphs alone. */
  widthEm(text: string): number
  has(codePoint: number): boolean
  /** Shaped words of earlier memos, in pdfkit's own form; see Canvas. */
  shapedWords(): object
}

export type Faces = Readonly<Record<FaceName, Face>>

const FILES: Readonly<Record<FaceName, string>> = {
  regular: 'NotoSans_400Regular.ttf',
  semibold: 'NotoSans_600SemiBold.ttf',
}

/** Words that are remembered; a memo has about two thousand different ones. */
const MOST_WORDS = 20_000

const opened = new Map<string, Face>()

/**
 * The memo's faces, opened once per process: parsing a font costs more than setting a page with it.
 * @throws AppError disk when a font file cannot be read.
 */
export function openFaces(folder: string): Faces {
  return { regular: openFace(folder, 'regular'), semibold: openFace(folder, 'semibold') }
}

function openFace(folder: string, name: FaceName): Face {
  const file = path.join(folder, FILES[name])
  const known = opened.get(file)
  if (known) return known
  const face = makeFace(name, create(readFont(file)))
  opened.set(file, face)
  return face
}

function readFont(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch {
    throw new AppError(
      'disk',
      `The font ${path.basename(file)} that memos are set in cannot be read; install Switchyard again.`,
    )
  }
}

function makeFace(name: FaceName, font: Font): Face {
  const widths = new Map<string, number>()
  const glyphs = new Map<number, boolean>()
  let shaped: object = Object.create(null)
  const widthOfWord = (word: string): number => {
    let width = widths.get(word)
    if (width === undefined) {
      if (widths.size >= MOST_WORDS) widths.clear()
      width = font.layout(word).advanceWidth / font.unitsPerEm
      widths.set(word, width)
    }
    return width
  }
  return {
    name,
    font,
    // pdfkit shapes word by word, each with the space behind it; measured any other way, kerning would differ.
    widthEm: (text) => {
      let width = 0
      for (const word of text.match(/[^ ]* |[^ ]+$/g) ?? []) width += widthOfWord(word)
      return width
    },
    has: (codePoint) => {
      let has = glyphs.get(codePoint)
      if (has === undefined) {
        has = font.hasGlyphForCodePoint(codePoint)
        glyphs.set(codePoint, has)
      }
      return has
    },
    shapedWords: () => {
      if (Object.keys(shaped).length > MOST_WORDS) shaped = Object.create(null)
      return shaped
    },
  }
}
