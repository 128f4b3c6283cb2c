/** Characters that are worth a write of their own. */
const PIECE_LENGTH = 64 * 1024

/** Joins short texts into pieces long enough to be written one by one. */
export async function* inPieces(texts: AsyncIterable<string>): AsyncGenerator<string> {
  let piece = ''
  for await (const text of texts) {
    piece += text
    if (piece.length < PIECE_LENGTH) continue
    yield piece
    piece = ''
  }
  if (piece !== '') yield piece
}
