// Importing this file defines <cross-read>. On a server, and the second time, it does nothing.

import { CrossReadElement } from "./element/cross-read.js";

CrossReadElement.define();

export { CrossReadElement };
