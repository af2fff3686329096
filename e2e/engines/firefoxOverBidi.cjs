// Lets Playwright drive the Firefox of a Linux distribution, over WebDriver BiDi, where its own build is not installed:
// `node --require` this file. It changes no file; it fails where Playwright is another one than expected.
//   1. Firefox ESR 153 lacks a command that Playwright sends for every context (`emulation.setMediaFeaturesOverride`).
//   2. Playwright asks for the bodies of answers alone; the browser has those of requests, too.
const Module = require('node:module');

/** @type {readonly (readonly [from: string | RegExp, to: string])[]} */
const changes = [
  [/(send\("emulation\.setMediaFeaturesOverride", \{[\s\S]*?\n\s+\}\));/g, '$1.catch(() => {});'],
  ['dataTypes: [Network.DataType.Response],', 'dataTypes: [Network.DataType.Response, "request"],'],
  [
    /const postDataBuffer = null;(\s+this\.request = new Request\(\s+frame\._page\.browserContext,\s+frame,\s+null,\s+redirectedFrom)/,
    'const postDataBuffer = payload.sentBody ?? null;$1',
  ],
  [
    'BidiNetworkManager = class {',
    `BidiNetworkManager = class {
      bodies = new Map();
      whenSent(event) {
        const { request, method } = event.request;
        if (!/^(POST|PUT|PATCH|DELETE)$/.test(method)) return this._onBeforeRequestSent(event);
        const asked = this._session.send("network.getData", { request, dataType: "request" }).catch(() => undefined);
        // A body that the browser does not give up must not hold the request for ever.
        const late = new Promise((resolve) => setTimeout(resolve, 1500));
        const told = Promise.race([asked, late]).then((answer) => {
          if (answer?.bytes) event.sentBody = Buffer.from(answer.bytes.value, answer.bytes.type === "base64" ? "base64" : "utf8");
          this.bodies.delete(request);
          this._onBeforeRequestSent(event);
        });
        this.bodies.set(request, told);
      }
      afterBody(name, event) {
        const told = this.bodies.get(event.request.request);
        return told ? told.then(() => this[name](event)) : this[name](event);
      }`,
  ],
  [
    '"network.beforeRequestSent", this._onBeforeRequestSent.bind(this)',
    '"network.beforeRequestSent", (event) => this.whenSent(event)',
  ],
  ...['_onResponseStarted', '_onResponseCompleted', '_onFetchError'].map(
    (name) => /** @type {const} */ ([`this.${name}.bind(this)`, `(event) => this.afterBody("${name}", event)`]),
  ),
];

const compile = Module.prototype._compile;
Module.prototype._compile = function (code, filename, ...rest) {
  const isDriver = filename.replaceAll('\\', '/').endsWith('playwright-core/lib/coreBundle.js');
  return compile.call(this, isDriver ? changes.reduce(changed, code) : code, filename, ...rest);
};

function changed(code, [from, to]) {
  const made = code.replace(from, to);
  if (made === code) throw new Error(`firefoxOverBidi.cjs: Playwright has nothing like ${from}; it is for 1.65.1`);
  return made;
}
