// The words of the page around <cross-read>.

import { en } from "./en.js";

export const page = {
  ...en,
  box: {
    text: { left: "Text of the left report", right: "Text of the right report" },
    placeholder: "Paste or type a news report here, or drop a file.",
    open: "Open file",
    clear: "Clear",
    edit: "Edit text",
    fold: "Close",
    /** @param {number} n */
    words: (n) => en.plural(n, "word"),
    outlet: "Outlet", date: "Report date", headline: "Headline",
    found: "found in the text", own: "set by you", file: "from the file", page: "from the page", missing: "not found; you can set it", ambiguous: "The text can be read as", or: "or",
    useText: "use the text’s",
    swap: "Swap sides",
    cleared: { left: "The left report was cleared.", right: "The right report was cleared." },
    swapped: "The two reports changed places.",
    undo: "Undo",
    /** @param {number} n */
    aside: (n) => `${en.plural(n, "part")} of the page around the report ${n === 1 ? "was" : "were"} set aside.`,
    /** @param {number} n */
    parts: (n) => `${en.plural(n, "part")} set aside`,
    putBack: "Put back",
    showAside: "Show",
    replaced: "The text was replaced.",
  },
  compose: {
    label: "The two reports",
    examples: "Try an example:",
    edit: "Edit texts",
    done: "Show the comparison",
    intro: [
      ["Paste two reports", "Two outlets on one event, two stages of one story, or a press release and the report made from it."],
      ["Read them together", "Names, dates, statements and figures are marked in both texts and linked across, each with its reason."],
      ["Take it away", "Correct what is wrong, then keep it as Markdown, a table, a page of its own, or a link."],
    ],
  },
  examples: {
    ferry: "Two outlets on one accident",
    talks: "One envoy, two visits",
    release: "A press release and a report",
  },
  tools: {
    shortcuts: "Shortcuts", theme: { auto: "Theme: system", light: "Theme: light", dark: "Theme: dark" },
  },
  privacy: "Everything happens in this browser. No text is sent anywhere.",
  update: { ready: "A new version of Crossread is ready. Taking it loads the page anew; copy your texts or keep a draft first.", take: "Take it" },
  drafts: {
    keep: "Keep a draft in this browser",
    kept: "The draft is kept in this browser until you forget it.",
    forget: "Forget everything kept here",
    forgotten: "Nothing is kept any more. The texts on the page are still here.",
    failed: "This browser does not allow keeping a draft, or its storage is full. The texts on the page are unchanged.",
    found: "Your draft is back.",
  },
  file: {
    "file-too-large": "This file is larger than 16 MB, too large for a report. The text is unchanged; copy the part you need and paste it.",
    "file-not-text": "This file holds no text (a picture, a PDF or a program, perhaps). The text is unchanged; open the file elsewhere, copy its text and paste it.",
    "file-unreadable": "The browser could not read this file. The text is unchanged; try again, or copy the text and paste it.",
  },
  share: {
    title: "Share link",
    what: "What the link holds",
    findings: "The findings only: titles, reasons, names and dates. Who opens it pastes the two texts to see them in place.",
    texts: "Both texts as well, with your corrections.",
    made: "The link holds everything after the #; browsers never send that part to a server.",
    /** @param {number} n @param {number} most */
    length: (n, most) => `${en.number(n)} of at most ${en.number(most)} characters`,
    long: "Longer than 2,000 characters: some chat programs cut such links.",
    tooLong: "Too long for a link: mail and chat programs cut longer ones, and what is cut cannot be opened. Save a web page instead.",
    copy: "Copy link",
    saveInstead: "Save as web page",
    close: "Close",
    opened: "These findings were shared with you, without the texts.",
    paste: "Paste the two texts above to see the findings in place.",
    mismatch: "The texts above are not the ones that the link speaks of, so its corrections were not applied.",
    cut: "This link is incomplete, so it cannot be opened. Ask for it again, or for a saved web page. You can compare two texts here as ever.",
    version: "This link was made by another version of Crossread and cannot be opened by this one. Ask for a saved web page, or compare the two texts here.",
  },
  keys: {
    title: "Keyboard shortcuts",
    single: "Single-key shortcuts are on",
    everywhere: "Anywhere but in a field",
    inText: "In a text",
    list: {
      next: "Next finding", previous: "Previous finding", left: "To the left text", right: "To the right text", counterpart: "To the same thing in the other report, and back",
      differences: "Differences only", lock: "Scroll together", labels: "Labels", edit: "Edit the texts", undo: "Undo a correction", redo: "Redo a correction",
      help: "This sheet", escape: "Close what is open, then let go of what is chosen",
      arrows: "Next or previous mark", enter: "Details of the mark", ends: "First or last mark",
      sections: "Sections, from summary to wording",
    },
    model: "Tab moves through the page; each text is one stop, and its marks are reached with the arrow keys. Enter on a mark opens its details, C goes to the other report and back, Escape returns to the mark. Every paragraph is followed by its findings as a list of buttons.",
    close: "Close",
  },
};

/** @typedef {typeof page} PageWords */
