/** An XML element with a text or with other elements in it. */
export interface XmlElement {
  readonly name: string;
  /** An attribute without a value is left out. */
  readonly attributes?: Readonly<Record<string, string | number | undefined>>;
  readonly content?: string | readonly XmlElement[];
}

/** The XML document with an element as its root, indented by two spaces. */
export const renderXml = (root: XmlElement): string => `<?xml version="1.0" encoding="UTF-8"?>\n${render(root, '')}\n`;

function render({ name, attributes = {}, content = '' }: XmlElement, indent: string): string {
  const start = `${indent}<${name}${Object.entries(attributes).map(renderAttribute).join('')}`;
  if (content.length === 0) return `${start}/>`;
  if (typeof content === 'string') return `${start}>${escaped(content)}</${name}>`;
  const elements = content.map((element) => render(element, `${indent}  `));
  return `${start}>\n${elements.join('\n')}\n${indent}</${name}>`;
}

/** Readers would turn line breaks and tabs of an attribute into spaces. */
const renderAttribute = ([name, value]: readonly [string, string | number | undefined]): string =>
  value === undefined
    ? ''
    : ` ${name}="${escaped(String(value)).replace(/"/g, '&quot;').replace(/\t/g, '&#9;').replace(/\n/g, '&#10;')}"`;

/** Escapes a text, and replaces characters that XML 1.0 forbids: most controls, halves of characters, two others. */
const escaped = (text: string): string =>
  text
    .replace(/[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\r/g, '&#13;');
