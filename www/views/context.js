// What every view is given.

/** @import { Corrections, EntityCorrection, Result, Side, Span } from "../types.js" */
/** @import { Index } from "../model/annotations.js" */
/** @import { Words } from "../locale/en.js" */

/**
 * @typedef {object} Actions
 * @property {(group: string, how?: { side?: Side, key?: string, quiet?: boolean }) => void} go Shows a group in both texts.
 * @property {(side: Side, span: Span) => void} show Brings a place of one text into view and flashes it.
 * @property {(group: string | null) => void} light
 * @property {(...corrections: EntityCorrection[]) => void} correct Several are one step for undo.
 * @property {(id: string) => void} dismiss
 * @property {(id: string) => void} restore
 * @property {() => void} undo
 * @property {() => void} redo
 * @property {(side: Side, day: string | null) => void} published
 * @property {(side: Side, span: Span, on: boolean) => void} keep Puts page furniture back into its report, or sets it aside again.
 * @property {(message: string) => void} announce
 */

/**
 * @typedef {object} Context
 * @property {Result} result
 * @property {Index} index
 * @property {Words} words
 * @property {{ left: string, right: string }} names What the reports are called.
 * @property {Corrections} corrections
 * @property {{ canUndo: boolean, canRedo: boolean }} history Of the corrections.
 * @property {Actions} actions
 * @property {(() => void)[]} later What a view leaves for later, so that a long list holds nothing up.
 */

export {};
