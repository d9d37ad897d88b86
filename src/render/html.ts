import type { Report } from '../core/report/report.ts';
import { footer, limitsSection, monitorsSection } from './html/footer.ts';
import { head, problems } from './html/head.ts';
import { markup, own } from './html/markup.ts';
import { planSection } from './html/plan.ts';
import { STYLE } from './html/style.ts';
import { suitesSection } from './html/suites.ts';
import { VERDICT_WORDS } from './statistics.ts';

/** Nothing is loaded, nothing runs, nothing is sent: only the page's own style is let in. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'";

/** The whole run as one page (`index.html`): no script, no network, light and dark; long lists are cut with a note. */
export function renderHtml(report: Report): string {
  const name = report.workspace?.name ?? report.project;
  const title = `${VERDICT_WORDS[report.verdict]}${name === undefined ? '' : ` · ${name}`} · Postman report`;
  return markup`<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${own(POLICY)}">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark"><meta name="robots" content="noindex">
<title>${title}</title><style>${own(STYLE)}</style></head>
<body>${head(report)}
<main>${problems(report)}
${suitesSection(report)}
${planSection(report)}
${monitorsSection(report)}
${limitsSection(report)}</main>
${footer(report)}</body></html>
`.text;
}
