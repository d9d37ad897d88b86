/** A part of a page: a text that is never split, or a container whose last blocks may be left out. */
export type Block = string | { readonly open: string; readonly blocks: readonly Block[]; readonly close: string };

/** Measures a text in the unit of the limit. */
export type Measure = (text: string) => number;

/** The length in UTF-8. */
export const utf8Bytes: Measure = (text) => new TextEncoder().encode(text).length;

interface FitOptions {
  readonly max: number;
  readonly measure: Measure;
}

/** The blocks that fit, and whether any is missing. */
interface Fitted {
  readonly text: string;
  readonly cut: boolean;
}

/** As many blocks as fit in `max`, in order, each followed by a line feed. Containers are always closed. */
export function truncateBlocks(blocks: readonly Block[], { max, measure }: FitOptions): Fitted {
  const shown: string[] = [];
  let left = max;
  for (const block of blocks) {
    const { text, cut } = fitBlock(block, { max: left, measure });
    shown.push(text);
    left -= measure(text);
    if (cut) return { text: shown.join(''), cut };
  }
  return { text: shown.join(''), cut: false };
}

function fitBlock(block: Block, { max, measure }: FitOptions): Fitted {
  if (typeof block === 'string') {
    const text = `${block}\n`;
    return measure(text) <= max ? { text, cut: false } : { text: '', cut: true };
  }
  const frame = `${block.open}\n${block.close}\n`;
  const inside = truncateBlocks(block.blocks, { max: max - measure(frame), measure });
  if (inside.text === '' && inside.cut) return inside;
  return { text: `${block.open}\n${inside.text}${block.close}\n`, cut: inside.cut };
}
