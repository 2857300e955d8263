// A calendar on a line: days as numbers, the stretch that is shown, ticks, and rows without collisions.

/** @param {string} iso */
export const dayNumber = (iso) => Math.floor(Date.parse(`${iso}T00:00:00Z`) / 86_400_000);

/** @param {number} day */
export const isoDay = (day) => new Date(day * 86_400_000).toISOString().slice(0, 10);

/**
 * @typedef {{ from: number, to: number }} View Days; `to` is the first day that is not shown.
 */

/**
 * All of the days with a little room, at least a week.
 * @param {{ first: number, last: number }[]} items
 * @returns {View}
 */
export function everything(items) {
  if (items.length === 0) return { from: 0, to: 7 };
  const from = Math.min(...items.map((i) => i.first)), to = Math.max(...items.map((i) => i.last)) + 1;
  const room = Math.max(2, Math.ceil((to - from) * 0.04));
  return { from: from - room, to: Math.max(to + room, from - room + 7) };
}

/**
 * What is shown at first: everything, unless a few far dates would crush the rest.
 * @param {{ first: number, last: number }[]} items
 * @returns {View}
 */
export function opening(items) {
  const all = everything(items);
  if (items.length < 5 || all.to - all.from < 3 * 365) return all;
  const sorted = items.map((i) => (i.first + i.last) / 2).sort((a, b) => a - b);
  const at = (/** @type {number} */ share) => sorted[Math.round((sorted.length - 1) * share)] ?? 0;
  const middle = items.filter((i) => i.first >= at(0.2) - 200 && i.last <= at(0.8) + 200);
  const near = everything(middle);
  return middle.length >= items.length / 2 && near.to - near.from < (all.to - all.from) / 2 ? near : all;
}

/** @param {View} view @param {number} factor Below 1 shows less. @param {number} [around] @returns {View} */
export function zoom(view, factor, around = (view.from + view.to) / 2) {
  const length = Math.max(4, (view.to - view.from) * factor);
  const share = (around - view.from) / (view.to - view.from);
  return { from: around - length * share, to: around + length * (1 - share) };
}

/**
 * @param {View} view
 * @param {number} width
 * @returns {{ unit: "year" | "month" | "day", days: number[] }}
 */
export function ticks(view, width) {
  const most = Math.max(2, Math.floor(width / 76));
  const length = view.to - view.from;
  const first = new Date(view.from * 86_400_000);
  /** @type {number[]} */
  const days = [];
  for (const step of [1, 2, 7, 14]) {
    if (length / step > most) continue;
    for (let d = Math.ceil(view.from / step) * step; d < view.to; d += step) days.push(d);
    return { unit: "day", days };
  }
  for (const step of [1, 2, 3, 6]) {
    if (length / (30.4 * step) > most) continue;
    for (let y = first.getUTCFullYear(), m = 0; ; m += step) {
      const d = Math.floor(Date.UTC(y, m, 1) / 86_400_000);
      if (d >= view.to) return { unit: "month", days };
      if (d >= view.from) days.push(d);
    }
  }
  const years = length / 365.25;
  const step = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000].find((s) => years / s <= most) ?? 2000;
  for (let y = Math.ceil(first.getUTCFullYear() / step) * step; ; y += step) {
    const date = new Date(Date.UTC(2000, 0, 1));
    date.setUTCFullYear(y);
    const d = Math.floor(date.getTime() / 86_400_000);
    if (d >= view.to) return { unit: "year", days };
    if (d >= view.from) days.push(d);
  }
}

/**
 * The lowest free row for each stretch; items must come in order of their start.
 * @param {{ from: number, to: number }[]} items
 * @returns {number[]}
 */
export function rows(items) {
  /** @type {number[]} */
  const ends = [];
  return items.map(({ from, to }) => {
    let row = ends.findIndex((end) => end <= from);
    if (row === -1) row = ends.length;
    ends[row] = to;
    return row;
  });
}
