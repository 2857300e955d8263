// Opened and dropped files become text: plain text, HTML, Markdown and mail. Every reader gives the
// text, what the file itself tells about it, and what was set aside, so that the page can show it.

import { parsed } from "../trusted.js";
import { extract } from "./text-of.js";

/**
 * @typedef {object} Opened
 * @property {string} text
 * @property {string} whole The text with what was set aside; the same as `text` where nothing was.
 * @property {string[]} aside
 * @property {string | null} published
 * @property {string | null} source
 */

/** Larger files are refused before they are read. */
const MAX_FILE_BYTES = 16 << 20;

export class FileError extends Error {
  /** @param {"file-too-large" | "file-not-text" | "file-unreadable"} code @param {string} detail */
  constructor(code, detail) {
    super(detail);
    this.name = "FileError";
    this.code = code;
  }
}

/**
 * @param {File} file
 * @returns {Promise<Opened>}
 */
export async function open(file) {
  if (file.size > MAX_FILE_BYTES) throw new FileError("file-too-large", String(file.size));
  /** @type {Uint8Array} */
  let bytes;
  try {
    bytes = new Uint8Array(await file.arrayBuffer());
  } catch {
    throw new FileError("file-unreadable", file.name);
  }
  return read(bytes, file.name, file.type);
}

/**
 * @param {Uint8Array} bytes
 * @param {string} name
 * @param {string} [type]
 * @returns {Opened}
 */
export function read(bytes, name, type = "") {
  const text = decode(bytes);
  if (text === null) throw new FileError("file-not-text", name);
  const ending = name.toLowerCase().split(".").pop();
  if (ending === "eml" || type === "message/rfc822") return mail(bytes, text);
  if (ending === "html" || ending === "htm" || ending === "xhtml" || type === "text/html") return html(text);
  if (ending === "md" || ending === "markdown") return markdown(text);
  return plain(text);
}

/** @param {string} text @returns {Opened} */
export const plain = (text) => ({ text, whole: text, aside: [], published: null, source: null });

/**
 * UTF-8, UTF-16 with its mark, else Windows-1252; null where the bytes are no text.
 * @param {Uint8Array} bytes
 */
export function decode(bytes) {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  const head = bytes.subarray(0, 4096);
  let strange = 0;
  for (const b of head) if (b === 0 || (b < 32 && b !== 9 && b !== 10 && b !== 12 && b !== 13 && b !== 27)) strange++;
  if (strange > 0 && strange * 50 > head.length) return null;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}

/**
 * @param {string} source
 * @returns {Opened}
 */
export function html(source) {
  const doc = parsed(source);
  const root = doc.querySelector("article") ?? doc.querySelector("main") ?? doc.body;
  const part = extract(root);
  const page = extract(doc.body);
  const partial = root !== doc.body && page.whole.length > part.whole.length + 20;
  return {
    text: part.text,
    whole: page.whole,
    aside: partial && page.aside.length > 0 ? page.aside : part.aside,
    published: dayOf(doc),
    source: meta(doc, "og:site_name", "application-name"),
  };
}

/** @param {Document} doc @param {string[]} names */
function meta(doc, ...names) {
  for (const name of names) {
    const found = doc.querySelector(`meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`)?.getAttribute("content")?.trim();
    if (found) return found;
  }
  return null;
}

/** The day on which a page says that it was published: its metadata, its linked data, its first <time>. @param {Document} doc */
export function dayOf(doc) {
  const linked = [...doc.querySelectorAll('script[type="application/ld+json"]')].map((s) => /"datePublished"\s*:\s*"([^"]+)"/.exec(s.textContent ?? "")?.[1]).find(Boolean);
  const day = (meta(doc, "article:published_time", "datePublished", "date", "pubdate") ?? linked ?? doc.querySelector("time[datetime]")?.getAttribute("datetime") ?? "").slice(0, 10);
  return /^\d{4}-\d\d-\d\d$/.test(day) ? day : null;
}

/**
 * Markup signs are taken away, words stay.
 * @param {string} source
 * @returns {Opened}
 */
export function markdown(source) {
  let body = source.replace(/\r\n?/g, "\n");
  /** @type {Record<string, string>} */
  const front = {};
  const matter = /^---\n([\s\S]*?)\n---\n/.exec(body);
  if (matter) {
    body = body.slice(matter[0].length);
    for (const line of (matter[1] ?? "").split("\n")) {
      const pair = /^(\w+)\s*:\s*["']?(.*?)["']?\s*$/.exec(line);
      if (pair?.[1]) front[pair[1].toLowerCase()] = pair[2] ?? "";
    }
  }
  const text = body
    .replace(/!\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replace(/\[([^\]]+)\]\([^)]*\)/g, "$1")
    .replace(/^#{1,6}\s+/gm, "")
    .replace(/^>\s?/gm, "")
    .replace(/(\*\*|__)(?=\S)(.+?)(?<=\S)\1/g, "$2")
    .replace(/(?<![\w*])\*(?=\S)([^*\n]+?)(?<=\S)\*(?![\w*])/g, "$1")
    .replace(/^([-*_]\s*){3,}$/gm, "")
    .trim();
  const titled = front.title && !text.startsWith(front.title) ? `${front.title}\n\n${text}` : text;
  const day = (front.date ?? "").slice(0, 10);
  return {
    text: titled, whole: titled, aside: [],
    published: /^\d{4}-\d\d-\d\d$/.test(day) ? day : null,
    source: front.source ?? front.outlet ?? front.publisher ?? null,
  };
}

/**
 * The first readable part of a mail, with its subject as the headline.
 * @param {Uint8Array} bytes
 * @param {string} text
 * @returns {Opened}
 */
export function mail(bytes, text) {
  // Header fields and encodings are ASCII; a one-byte decoding keeps every byte for the body.
  const raw = text.includes("\r\n\r\n") || text.includes("\n\n") ? new TextDecoder("latin1").decode(bytes) : text;
  const part = mimePart(raw);
  const subject = words(part.fields.subject ?? "").trim();
  const from = words(part.fields.from ?? "").replace(/<[^>]*>/g, "").replace(/^["'\s]+|["'\s]+$/g, "");
  const at = Date.parse(part.fields.date ?? "");
  const body = part.body?.html !== undefined ? html(part.body.html) : plain((part.body?.text ?? "").replace(/\r\n?/g, "\n").trim());
  const head = subject && !body.text.startsWith(subject) ? `${subject}\n\n` : "";
  return {
    text: head + body.text, whole: head + body.whole, aside: body.aside,
    published: Number.isNaN(at) ? null : writtenDay(part.fields.date ?? "", at),
    source: from || null,
  };
}

/** The day in the sender's own time zone. @param {string} field @param {number} at */
function writtenDay(field, at) {
  const zone = /([+-])(\d\d)(\d\d)\s*(?:\(|$)/.exec(field);
  const minutes = zone ? (zone[1] === "-" ? -1 : 1) * (Number(zone[2]) * 60 + Number(zone[3])) : 0;
  return new Date(at + minutes * 60_000).toISOString().slice(0, 10);
}

/**
 * @typedef {{ fields: Record<string, string>, body: { text?: string, html?: string } | null }} Part
 * @param {string} raw
 * @param {number} [depth]
 * @returns {Part}
 */
function mimePart(raw, depth = 0) {
  const cut = /\r?\n\r?\n/.exec(raw);
  const head = cut ? raw.slice(0, cut.index) : raw;
  const rest = cut ? raw.slice(cut.index + cut[0].length) : "";
  /** @type {Record<string, string>} */
  const fields = {};
  for (const line of head.replace(/\r?\n[ \t]+/g, " ").split(/\r?\n/)) {
    const colon = line.indexOf(":");
    if (colon > 0) fields[line.slice(0, colon).toLowerCase()] ??= line.slice(colon + 1).trim();
  }
  const type = (fields["content-type"] ?? "text/plain").toLowerCase();
  const boundary = /boundary="?([^";]+)"?/i.exec(fields["content-type"] ?? "")?.[1];
  if (type.startsWith("multipart/") && boundary && depth < 8) {
    const parts = rest.split(`--${boundary}`).slice(1).filter((p) => !p.startsWith("--")).map((p) => mimePart(p.replace(/^\r?\n/, ""), depth + 1));
    const text = parts.find((p) => p.body?.text !== undefined) ?? parts.find((p) => p.body);
    return { fields, body: text?.body ?? null };
  }
  if (!type.startsWith("text/")) return { fields, body: null };
  const charset = /charset="?([^";\s]+)"?/i.exec(type)?.[1] ?? "utf-8";
  const content = decodeTransfer(rest, (fields["content-transfer-encoding"] ?? "").toLowerCase(), charset);
  return { fields, body: type.startsWith("text/html") ? { html: content } : { text: content } };
}

/** @param {string} body @param {string} encoding @param {string} charset */
function decodeTransfer(body, encoding, charset) {
  let binary = body;
  if (encoding === "base64") {
    try { binary = atob(body.replace(/[^A-Za-z0-9+/=]/g, "")); } catch { binary = body; }
  } else if (encoding === "quoted-printable") {
    binary = body.replace(/=\r?\n/g, "").replace(/=([0-9A-Fa-f]{2})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  }
  return fromBinary(binary, charset);
}

/** @param {string} binary @param {string} charset */
function fromBinary(binary, charset) {
  const bytes = Uint8Array.from(binary, (c) => c.charCodeAt(0) & 0xff);
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

/** Encoded words of RFC 2047. @param {string} field */
function words(field) {
  return field.replace(/\?=\s+=\?/g, "?==?").replace(/=\?([^?]+)\?([bq])\?([^?]*)\?=/gi, (_, charset, how, data) => {
    const encoded = how.toLowerCase() === "q" ? data.replace(/_/g, " ") : data;
    return decodeTransfer(encoded, how.toLowerCase() === "q" ? "quoted-printable" : "base64", charset);
  });
}
