// How long the page's own thread is taken, task by task. A task is told in the time for which the processor worked on
// it, so that other programs of the machine do not count; on a machine with nothing else to do that is the time which
// passes.

/** The longest task that is not felt, in milliseconds. */
export const MOST = 50;

/** What the yardstick below takes on the machine for which `MOST` holds; a slower one is given more time in proportion. */
const YARDSTICK = 40;

/** A fixed amount of work, in the page. */
function yardstick() {
  let h = 0;
  for (let i = 0; i < 2e7; i++) h = (h * 31 + i) | 0;
  globalThis.yardstick = h;
}

/**
 * The tasks of the page's own thread while `work` goes on, longest first.
 * @param {import("playwright-core").Page} page
 * @param {() => Promise<unknown>} work
 * @returns {Promise<{ busy: number, passed: number }[]>} Milliseconds of the processor, and on the wall.
 */
async function tasks(page, work) {
  const session = await page.context().newCDPSession(page);
  const events = [];
  session.on("Tracing.dataCollected", ({ value }) => events.push(...value));
  const complete = new Promise((done) => session.once("Tracing.tracingComplete", done));
  await session.send("Tracing.start", { transferMode: "ReportEvents", traceConfig: { includedCategories: ["toplevel"], excludedCategories: [] } });
  try {
    await work();
    await page.waitForTimeout(200);
  } finally {
    await session.send("Tracing.end");
    await complete;
    await session.detach();
  }
  const main = new Set(events.filter((e) => e.name === "thread_name" && e.args.name === "CrRendererMain").map((e) => `${e.pid} ${e.tid}`));
  return events.filter((e) => e.name === "ThreadControllerImpl::RunTask" && main.has(`${e.pid} ${e.tid}`))
    .map((e) => ({ busy: (e.tdur ?? e.dur ?? 0) / 1000, passed: (e.dur ?? 0) / 1000 })).sort((a, b) => b.busy - a.busy);
}

/**
 * The longest task of some work, as on the machine for which `MOST` holds: the best of three, as what shares the
 * processor's memory slows it as well.
 * @param {import("playwright-core").Page} page
 * @param {(run: number) => Promise<unknown>} work
 * @param {(run: number) => Promise<unknown>} [prepare] Not measured.
 */
export async function longest(page, work, prepare = async () => {}) {
  const seen = [];
  for (let run = 0; run < 3; run++) {
    await prepare(run);
    const [slow] = await tasks(page, () => page.evaluate(yardstick));
    const [task] = await tasks(page, () => work(run));
    seen.push((task?.busy ?? 0) / Math.max(1, (slow?.busy ?? 0) / YARDSTICK));
    if (Math.min(...seen) <= MOST) break;
  }
  return seen.map(Math.round);
}
