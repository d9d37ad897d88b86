/** A piece of a page that is either shown whole or not at all; a container is always closed. */
export type Block = string | { readonly open: string; readonly blocks: readonly Block[]; readonly close: string };

/** How long a text is, in the unit of the limit. */
export type Measure = (text: string) => number;

/** The length in UTF-8. */
export const utf8Bytes: Measure = (text) => new TextEncoder().encode(text).length;

/** As many blocks as fit in `max`, in order, each followed by a line feed; `cut` tells whether any is missing. */
export function truncateBlocks(
  blocks: readonly Block[],
  { max, measure }: { readonly max: number; readonly measure: Measure },
): { readonly text: string; readonly cut: boolean } {
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

function fitBlock(
  block: Block,
  { max, measure }: { readonly max: number; readonly measure: Measure },
): { readonly text: string; readonly cut: boolean } {
  if (typeof block === 'string') {
    const text = `${block}\n`;
    return measure(text) <= max ? { text, cut: false } : { text: '', cut: true };
  }
  const frame = `${block.open}\n${block.close}\n`;
  const inside = truncateBlocks(block.blocks, { max: max - measure(frame), measure });
  if (inside.text === '' && inside.cut) return inside;
  return { text: `${block.open}\n${inside.text}${block.close}\n`, cut: inside.cut };
}
