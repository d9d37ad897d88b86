/**
 * The script of the page: search, filters, order, copy buttons, links into folded parts, print. Without it the page
 * still shows everything. It reads only the page, and sends nothing.
 */
export const SCRIPT = String.raw`(() => {
'use strict';
const all = (selector, root) => [...(root || document).querySelectorAll(selector)];
const by = (id) => document.getElementById(id);
const reveal = (element) => {
  for (let at = element; at; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
};
const goTo = () => {
  let target = null;
  try { target = by(decodeURIComponent(location.hash.slice(1))); } catch { return; }
  if (!target) return;
  reveal(target);
  target.scrollIntoView({ block: 'start' });
};
addEventListener('hashchange', goTo);
document.addEventListener('click', (event) => {
  const link = event.target.closest && event.target.closest('a[href^="#"]');
  if (link && link.hash === location.hash) goTo();
});

const folded = [];
addEventListener('beforeprint', () => {
  for (const box of all('details:not([open])')) { box.open = true; folded.push(box); }
});
addEventListener('afterprint', () => { for (const box of folded.splice(0)) box.open = false; });

const copyText = async (pre, button) => {
  try {
    await navigator.clipboard.writeText(pre.textContent);
  } catch {
    const range = document.createRange();
    range.selectNodeContents(pre);
    getSelection().removeAllRanges();
    getSelection().addRange(range);
    document.execCommand('copy');
  }
  button.textContent = 'Copied';
  setTimeout(() => { button.textContent = 'Copy'; }, 1500);
};
document.addEventListener('toggle', (event) => {
  const box = event.target;
  if (!box.open || !box.classList || !box.classList.contains('curl') || box.querySelector('button')) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.textContent = 'Copy';
  button.addEventListener('click', () => copyText(box.querySelector('pre'), button));
  box.append(button);
}, true);

const form = by('tools');
if (!form) { goTo(); return; }
form.hidden = false;
form.addEventListener('submit', (event) => event.preventDefault());
const [find, state, folder, order, found] = ['find', 'state', 'folder', 'order', 'found'].map(by);
const suites = all('.suite');
const rows = all('.q');
const suiteOf = new Map(rows.map((row) => [row, row.closest('.suite')]));
const pathOf = (row) => {
  const names = [];
  for (let at = row.parentElement.closest('.folder'); at; at = at.parentElement.closest('.folder')) {
    names.unshift(at.querySelector('summary b').textContent);
  }
  return names.filter((name) => !/^Iteration \d+$/.test(name)).join(' / ');
};
const paths = new Map(rows.map((row) => [row, pathOf(row)]));
for (const path of [...new Set(paths.values())].filter(Boolean).slice(0, 300)) {
  folder.append(new Option(path, path));
}
if (folder.options.length < 3) folder.parentElement.hidden = true;
const texts = new Map();
const textOf = (row) => {
  if (!texts.has(row)) texts.set(row, row.textContent.toLowerCase());
  return texts.get(row);
};
const names = new Map(suites.map((suite) => [suite, suite.querySelector('h3').textContent.toLowerCase()]));
const suiteName = (suite) => names.get(suite);

const wasOpen = new Map();
const filter = () => {
  const words = find.value.toLowerCase().split(/\s+/).filter(Boolean);
  const active = words.length > 0 || state.value !== '' || folder.value !== '';
  const shown = new Set();
  let hits = 0;
  for (const row of rows) {
    const suite = suiteOf.get(row);
    const path = paths.get(row);
    const inFolder = folder.value === '' || path === folder.value || path.startsWith(folder.value + ' / ');
    const isFailed = row.classList.contains('f');
    const inState = state.value === '' || (state.value === 'flaky' ? suite.dataset.state === 'flaky' : (state.value === 'failed') === isFailed);
    const visible = inFolder && inState && words.every((word) => suiteName(suite).includes(word) || path.toLowerCase().includes(word) || textOf(row).includes(word));
    row.hidden = !visible;
    if (!visible) continue;
    hits += 1;
    for (let at = row.parentElement; at && at.tagName !== 'SECTION'; at = at.parentElement) shown.add(at);
  }
  for (const box of [...all('.folder'), ...suites, ...all('.group')]) {
    const byName = box.classList.contains('suite') && folder.value === '' && (state.value === '' || state.value === box.dataset.state) && words.every((word) => suiteName(box).includes(word));
    box.hidden = active && !shown.has(box) && !byName;
    if (byName) shown.add(box.closest('.group'));
    if (active && !box.hidden) {
      if (!wasOpen.has(box)) wasOpen.set(box, box.open);
      if (hits <= 200) box.open = true;
    }
  }
  for (const group of all('.group')) if (shown.has(group)) group.hidden = false;
  if (!active) {
    for (const [box, open] of wasOpen) box.open = open;
    wasOpen.clear();
  }
  found.textContent = active ? hits + ' of ' + rows.length + ' requests' : '';
};

const homes = new Map();
const arrange = () => {
  for (const tree of all('.tree')) {
    if (order.value === 'slow') {
      if (homes.has(tree)) continue;
      const inside = all('.q', tree);
      homes.set(tree, inside.map((row) => {
        const stand = document.createComment('');
        row.before(stand);
        return [row, stand];
      }));
      inside.sort((a, b) => b.dataset.m - a.dataset.m);
      for (const box of all('.folder', tree)) box.classList.add('away');
      for (const row of inside) tree.append(row);
    } else if (homes.has(tree)) {
      for (const [row, stand] of homes.get(tree)) stand.replaceWith(row);
      for (const box of all('.folder', tree)) box.classList.remove('away');
      homes.delete(tree);
    }
  }
};

let waiting = 0;
find.addEventListener('input', () => { clearTimeout(waiting); waiting = setTimeout(filter, 60); });
state.addEventListener('change', filter);
folder.addEventListener('change', filter);
order.addEventListener('change', arrange);

let last = -1;
const jump = (step) => {
  const failures = all('.reason');
  if (failures.length === 0) return;
  last = (last + step + failures.length) % failures.length;
  const failure = failures[last];
  reveal(failure);
  failure.scrollIntoView({ block: 'center' });
  const link = failure.querySelector('a.self');
  if (link) link.focus({ preventScroll: true });
};
by('next').addEventListener('click', () => jump(1));
if (all('.reason').length === 0) by('next').hidden = true;
by('unfold').addEventListener('click', () => {
  const boxes = all('.suite, .folder, .group');
  const open = boxes.some((box) => !box.open);
  for (const box of boxes) box.open = open;
  by('unfold').textContent = open ? 'Fold all' : 'Unfold all';
});
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = /^(INPUT|SELECT|TEXTAREA)$/.test(event.target.tagName);
  if (event.key === 'Escape' && event.target === find) { find.value = ''; filter(); find.blur(); }
  if (typing) return;
  if (event.key === '/') { event.preventDefault(); find.focus(); }
  if (event.key === 'n') jump(1);
  if (event.key === 'p') jump(-1);
});
goTo();
})();`;
