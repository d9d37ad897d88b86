import { type Markup, markup } from './markup.ts';

/** Search, filter and order of the requests. Hidden until the page's script is there to serve them. */
export const tools = (): Markup =>
  markup`<form id="tools" class="card tools" role="search" aria-label="Find requests" hidden>
<label class="grow"><span class="hidden">Search requests</span><input type="search" id="find" placeholder="Search requests, URLs, assertions, console  ( / )" autocomplete="off" spellcheck="false"></label>
<label><span class="hidden">Result</span><select id="state"><option value="">All results</option><option value="failed">Failed</option><option value="flaky">Flaky suites</option><option value="passed">Passed</option></select></label>
<label><span class="hidden">Folder</span><select id="folder"><option value="">All folders</option></select></label>
<label><span class="hidden">Order</span><select id="order"><option value="">As they ran</option><option value="slow">Slowest first</option></select></label>
<button type="button" id="next">Next failure <kbd>n</kbd></button><button type="button" id="unfold">Unfold all</button>
<p id="found" class="dim" role="status"></p></form>`;
