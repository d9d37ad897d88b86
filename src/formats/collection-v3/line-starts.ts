import { isScalar, type Node, Scalar } from 'yaml';

/** The offsets in the text at which the lines of a scalar's value begin. */
export function lineStarts(text: string, node: Node): readonly number[] {
  if (!isScalar(node) || typeof node.value !== 'string' || !node.range) return [];
  const [start, end] = node.range;
  const source = { text, start, end };
  switch (node.type) {
    case Scalar.BLOCK_LITERAL:
      return blockPieces(source).map(({ offset }) => offset);
    case Scalar.BLOCK_FOLDED:
      return inPieces(node.value, blockPieces(source));
    case Scalar.QUOTE_DOUBLE:
      return inDoubleQuotes(source);
    case Scalar.QUOTE_SINGLE:
      return inPieces(node.value, flowPieces({ text, start: start + 1, end: end - 1 }));
    default:
      return inPieces(node.value, flowPieces(source));
  }
}

interface Source {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The part of the value that a line of the source holds, and its offset. */
interface Piece {
  readonly text: string;
  readonly offset: number;
}

/** The lines below `|` or `>`, without their indentation. */
function blockPieces({ text, start, end }: Source): readonly Piece[] {
  const lines = linesIn({ text, start, end }).slice(1);
  const indent = lines.find((line) => line.text.trim() !== '')?.text.search(/[^ ]/) ?? 0;
  return lines.map((line) => ({
    text: line.text.slice(indent),
    offset: line.offset + Math.min(indent, line.text.length),
  }));
}

/** The lines of a plain or quoted scalar, without white space around them. */
const flowPieces = (source: Source): readonly Piece[] =>
  linesIn(source).map(({ text, offset }, index) => {
    const kept = index === 0 ? text : text.trimStart();
    return { text: kept.trimEnd().replaceAll("''", "'"), offset: offset + text.length - kept.length };
  });

const linesIn = ({ text, start, end }: Source): readonly Piece[] => {
  let offset = start;
  return text
    .slice(start, end)
    .split('\n')
    .map((line) => {
      const piece = { text: line.replace(/\r$/, ''), offset };
      offset += line.length + 1;
      return piece;
    });
};

/** Finds the source's lines in the value, in which folding may have changed the line breaks. */
function inPieces(value: string, pieces: readonly Piece[]): readonly number[] {
  const marks: { readonly at: number; readonly offset: number }[] = [];
  let at = 0;
  for (const { text, offset } of pieces.filter((piece) => piece.text !== '')) {
    while (/[ \n]/.test(value[at] ?? '') && !value.startsWith(text, at)) at += 1;
    marks.push({ at, offset });
    at += text.length;
  }
  let begin = 0;
  return value.split('\n').map((line) => {
    const mark = marks.findLast((candidate) => candidate.at <= begin) ?? marks[0];
    begin += line.length + 1;
    return mark?.offset ?? pieces[0]?.offset ?? 0;
  });
}

/** In double quotes, a line break of the value is written as `\n`, or results from folded empty lines. */
function inDoubleQuotes({ text, start, end }: Source): readonly number[] {
  const starts = [start + 1];
  const token = /\\n(?:\\\r?\n[ \t]*)?|\\(?:\r?\n[ \t]*|x..|u.{4}|U.{8}|.)|[ \t]*\r?\n(?:[ \t]*\r?\n)*[ \t]*|[^\\\n]/gs;
  const body = text.slice(start + 1, end - 1);
  for (const { 0: part, index } of body.matchAll(token)) {
    const after = start + 1 + index + part.length;
    if (part.startsWith('\\n')) starts.push(after);
    else if (!part.startsWith('\\')) {
      const breaks = part.split('\n').length - 2;
      for (let count = 0; count < breaks; count += 1) starts.push(after);
    }
  }
  return starts;
}
