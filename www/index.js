// The package: the class and its events, without defining anything.

export { CrossReadElement, SECTIONS } from "./element/cross-read.js";
export * from "./element/events.js";
export { Engine, engineFor } from "./engine.js";
