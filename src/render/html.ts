import { sha256Base64 } from '../core/kinds/fingerprint.ts';
import type { Report } from '../core/report/report.ts';
import { conflictsSection } from './html/conflicts.ts';
import { contractSection } from './html/contract.ts';
import { footer, limitsSection, monitorsSection } from './html/footer.ts';
import { head, problems } from './html/head.ts';
import { markup, own } from './html/markup.ts';
import { pageOf } from './html/page.ts';
import { planSection } from './html/plan.ts';
import { SCRIPT } from './html/script.ts';
import { STYLE } from './html/style.ts';
import { suitesSection } from './html/suites.ts';
import { verdictWord } from './statistics.ts';

/** The page loads nothing and sends nothing. Only its own style and the script with this hash are allowed. */
const policyOf = (script: string): string =>
  `default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-${sha256Base64(script)}'; base-uri 'none'; form-action 'none'`;

/** The whole run as one HTML page (`index.html`): works offline, in light and dark; long lists are truncated with a note. */
export function renderHtml(report: Report): string {
  const name = report.workspace?.name ?? report.project;
  const title = `${verdictWord(report)}${name === undefined ? '' : ` · ${name}`} · Postman report`;
  return markup`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${own(policyOf(SCRIPT))}">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">
<title>${title}</title><style>${own(STYLE)}</style></head>
<body>${head(report)}
<main>${problems(report)}
${conflictsSection(report)}
${suitesSection(pageOf(report))}
${contractSection(report)}
${planSection(report)}
${monitorsSection(report)}
${limitsSection(report)}</main>
${footer(report)}<script>${own(SCRIPT)}</script></body></html>
`.text;
}
