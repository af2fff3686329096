/**
 * What old libraries do to the built-ins of a page, as classic scripts. None of their code: only what it leaves behind, as
 * far as others can meet it.
 */

/** As Prototype.js 1.6 leaves them: enumerable methods of its own under names that the language took later. */
export const prototypeJs = `
(function () {
  var nativeElement = window.Element, slice = Array.prototype.slice, stop = {}, nativeReverse = Array.prototype.reverse;
  Object.extend = function (to, from) { for (var name in from) to[name] = from[name]; return to; };
  Object.extend(Object, {
    isArray: function (v) { return v != null && typeof v === 'object' && 'splice' in v && 'join' in v; },
    isElement: function (v) { return !!(v && v.nodeType === 1); },
    keys: function (v) { var all = []; for (var name in v) all.push(name); return all; },
    values: function (v) { var all = []; for (var name in v) all.push(v[name]); return all; },
    clone: function (v) { return Object.extend({}, v); },
    toJSON: function (v) {
      if (v === undefined || typeof v === 'function') return undefined;
      if (v === null || typeof v === 'boolean') return String(v);
      if (v.toJSON) return v.toJSON();
      if (Object.isElement(v)) return undefined;
      var all = [];
      for (var name in v) {
        var json = Object.toJSON(v[name]);
        if (json !== undefined) all.push(name.toJSON() + ': ' + json);
      }
      return '{' + all.join(', ') + '}';
    },
  });

  window.$A = function (list) {
    if (!list) return [];
    if (list.toArray) return list.toArray();
    var length = list.length || 0, all = new Array(length);
    while (length--) all[length] = list[length];
    return all;
  };
  Array.from = $A;

  Object.extend(Function.prototype, {
    bind: function () {
      if (arguments.length < 2 && arguments[0] === undefined) return this;
      var method = this, given = $A(arguments), object = given.shift();
      return function () { return method.apply(object, given.concat($A(arguments))); };
    },
    curry: function () {
      var method = this, given = $A(arguments);
      return function () { return method.apply(this, given.concat($A(arguments))); };
    },
    delay: function () {
      var method = this, given = $A(arguments), wait = given.shift() * 1000;
      return setTimeout(function () { return method.apply(method, given); }, wait);
    },
    methodize: function () {
      if (this._methodized) return this._methodized;
      var method = this;
      return (this._methodized = function () { return method.apply(null, [this].concat($A(arguments))); });
    },
    wrap: function (wrapper) {
      var method = this;
      return function () { return wrapper.apply(this, [method.bind(this)].concat($A(arguments))); };
    },
  });

  var Enumerable = {
    each: function (step, context) {
      var i = 0;
      step = step.bind(context);
      try {
        this._each(function (v) { step(v, i++); });
      } catch (e) {
        if (e !== stop) throw e;
      }
      return this;
    },
    all: function (test, context) {
      test = test ? test.bind(context) : function (v) { return v; };
      var result = true;
      this.each(function (v, i) { if (!(result = !!test(v, i))) throw stop; });
      return result;
    },
    any: function (test, context) {
      test = test ? test.bind(context) : function (v) { return v; };
      var result = false;
      this.each(function (v, i) { if ((result = !!test(v, i))) throw stop; });
      return result;
    },
    collect: function (make, context) {
      make = make ? make.bind(context) : function (v) { return v; };
      var all = [];
      this.each(function (v, i) { all.push(make(v, i)); });
      return all;
    },
    detect: function (test, context) {
      test = test.bind(context);
      var found;
      this.each(function (v, i) { if (test(v, i)) { found = v; throw stop; } });
      return found;
    },
    findAll: function (test, context) {
      test = test.bind(context);
      var all = [];
      this.each(function (v, i) { if (test(v, i)) all.push(v); });
      return all;
    },
    include: function (wanted) { return this.any(function (v) { return v == wanted; }); },
    inject: function (memo, step) { this.each(function (v, i) { memo = step(memo, v, i); }); return memo; },
    invoke: function (name) { return this.map(function (v) { return v[name](); }); },
    pluck: function (name) { return this.map(function (v) { return v[name]; }); },
    max: function () { return Math.max.apply(null, this); },
    zip: function (other) { return this.map(function (v, i) { return [v, other[i]]; }); },
  };
  Object.extend(Enumerable, {
    every: Enumerable.all, some: Enumerable.any, map: Enumerable.collect, find: Enumerable.detect,
    filter: Enumerable.findAll, select: Enumerable.findAll, member: Enumerable.include,
  });
  Object.extend(Array.prototype, Enumerable);
  Object.extend(Array.prototype, {
    _each: Array.prototype.forEach,
    _reverse: nativeReverse,
    first: function () { return this[0]; },
    last: function () { return this[this.length - 1]; },
    clear: function () { this.length = 0; return this; },
    compact: function () { return this.select(function (v) { return v != null; }); },
    flatten: function () {
      return this.inject([], function (all, v) { return all.concat(Object.isArray(v) ? v.flatten() : [v]); });
    },
    without: function () {
      var out = $A(arguments);
      return this.select(function (v) { return !out.include(v); });
    },
    uniq: function () {
      return this.inject([], function (all, v) { if (!all.include(v)) all.push(v); return all; });
    },
    reverse: function (inline) { return (inline !== false ? this : this.toArray())._reverse(); },
    reduce: function () { return this.length > 1 ? this : this[0]; },
    size: function () { return this.length; },
    clone: function () { return slice.call(this, 0); },
    toArray: function () { return slice.call(this, 0); },
    entries: function () { return slice.call(this, 0); },
    inspect: function () { return '[' + this.map(String).join(', ') + ']'; },
    toJSON: function () {
      var all = [];
      this.each(function (v) { var json = Object.toJSON(v); if (json !== undefined) all.push(json); });
      return '[' + all.join(', ') + ']';
    },
  });

  Object.extend(String.prototype, {
    include: function (part) { return this.indexOf(part) > -1; },
    startsWith: function (part) { return this.indexOf(part) === 0; },
    endsWith: function (part) {
      var at = this.length - part.length;
      return at >= 0 && this.lastIndexOf(part) === at;
    },
    strip: function () { return this.replace(/^\\s+/, '').replace(/\\s+$/, ''); },
    sub: function (pattern, text) { return this.replace(pattern, text); },
    gsub: function (pattern, text) { return this.split(pattern).join(text); },
    times: function (count) { return new Array(count + 1).join(this); },
    toArray: function () { return this.split(''); },
    blank: function () { return /^\\s*$/.test(this); },
    empty: function () { return this == ''; },
    toJSON: function () { return '"' + this.replace(/[\\\\"]/g, '\\\\$&') + '"'; },
  });
  RegExp.prototype.match = RegExp.prototype.test;
  Object.extend(Number.prototype, {
    succ: function () { return this + 1; },
    round: function () { return Math.round(this); },
    toJSON: function () { return isFinite(this) ? this.toString() : 'null'; },
  });
  Date.prototype.toJSON = function () { return '"' + this.toISOString() + '"'; };

  window.Hash = function (object) { this._object = Object.clone(object); };
  window.$H = function (object) { return new Hash(object); };
  window.$ = function (element) { return typeof element === 'string' ? document.getElementById(element) : element; };

  // A function of its own, with nothing of the native one's prototype.
  window.Element = function (name) { return document.createElement(name); };
  Object.extend(window.Element, nativeElement);
  Element.Methods = {
    visible: function (e) { return e.style.display !== 'none'; },
    hide: function (e) { e.style.display = 'none'; return e; },
    show: function (e) { e.style.display = ''; return e; },
    toggle: function (e) { return Element.Methods[e.visible() ? 'hide' : 'show'](e); },
    remove: function (e) { e.parentNode.removeChild(e); return e; },
    update: function (e, text) { e.textContent = text == null ? '' : text; return e; },
    replace: function (e, other) { e.parentNode.replaceChild(other, e); return e; },
    insert: function (e, other) { e.appendChild(other); return e; },
    wrap: function (e, other) { e.parentNode.replaceChild(other, e); other.appendChild(e); return other; },
    empty: function (e) { return e.textContent.blank(); },
    up: function (e) { return e.parentNode; },
    down: function (e) { return e.firstElementChild; },
    next: function (e) { return e.nextElementSibling; },
    previous: function (e) { return e.previousElementSibling; },
    select: function (e, css) { return $A(e.querySelectorAll(css)); },
    match: function (e, css) { return e.matches(css); },
    getStyle: function (e, name) { return e.style[name]; },
    setStyle: function (e, styles) { Object.extend(e.style, styles); return e; },
    identify: function (e) { return e.id || (e.id = 'anonymous_element'); },
    observe: function (e, name, heard) { e.addEventListener(name, heard); return e; },
    fire: function (e, name) { e.dispatchEvent(new CustomEvent(name, { bubbles: true })); },
    scrollTo: function (e) { window.scrollTo(0, e.offsetTop); return e; },
  };
  function copy(methods, to) { for (var name in methods) to[name] = methods[name].methodize(); }
  copy(Element.Methods, HTMLElement.prototype);
  copy({
    clear: function (e) { e.value = ''; return e; },
    present: function (e) { return e.value !== ''; },
    activate: function (e) { e.focus(); return e; },
    disable: function (e) { e.disabled = true; return e; },
    enable: function (e) { e.disabled = false; return e; },
    getValue: function (e) { return e.value; },
  }, HTMLInputElement.prototype);
  copy({
    getElements: function (e) { return $A(e.elements); },
    reset: function (e) { return e; },
    request: function () {},
    serialize: function () { return ''; },
  }, HTMLFormElement.prototype);
  Object.extend(Event, { KEY_ESC: 27, KEY_RETURN: 13, cache: {} });
  Object.extend(Event.prototype, {
    stop: function () { this.preventDefault(); this.stopPropagation(); },
    element: function () { return this.target; },
    findElement: function (css) { return this.target.closest(css); },
  });
})();
`;

/**
 * As MooTools 1.2.4 leaves them: what the language has stays, and all else is added, enumerably; `Event`, `Element` and
 * `JSON` are its own.
 */
export const mooTools = `
(function () {
  var nativeElement = window.Element, nativeJson = window.JSON;
  window.MooTools = { version: '1.2.4' };
  window.$type = function (v) {
    if (v == undefined) return false;
    if (v.$family) return v.$family.name;
    return v.nodeType === 1 ? 'element' : typeof v;
  };
  window.Native = function () {};
  function native(name, object, methods) {
    object.constructor = Native;
    object.$family = { name: 'native' };
    object.prototype.constructor = object;
    object.prototype.$family = { name: name };
    object.type = function (v) { return $type(v) === name; };
    object.implement = function (more) {
      for (var key in more) (function (key) {
        if (!object.prototype[key]) object.prototype[key] = more[key];
        if (!object[key]) object[key] = function (self) {
          return object.prototype[key].apply(self, Array.prototype.slice.call(arguments, 1));
        };
      })(key);
      return object;
    };
    object.implement(methods);
  }
  Object.type = function (v) { return $type(v) === 'object'; };
  native('array', Array, {
    each: function (step, bind) { this.forEach(step, bind); },
    clean: function () { return this.filter(function (v) { return v != undefined; }); },
    contains: function (v) { return this.indexOf(v) !== -1; },
    extend: function (list) { for (var i = 0; i < list.length; i++) this.push(list[i]); return this; },
    include: function (v) { if (!this.contains(v)) this.push(v); return this; },
    combine: function (list) { for (var i = 0; i < list.length; i++) this.include(list[i]); return this; },
    erase: function (v) { for (var i = this.length; i--; ) if (this[i] === v) this.splice(i, 1); return this; },
    empty: function () { this.length = 0; return this; },
    flatten: function () { return this.flat(Infinity); },
    getLast: function () { return this.length ? this[this.length - 1] : null; },
    associate: function () { return {}; },
    link: function () { return {}; },
  });
  native('function', Function, {
    extend: function (more) { for (var key in more) this[key] = more[key]; return this; },
    create: function () { var self = this; return function () { return self.apply(this, arguments); }; },
    pass: function (given, bind) { var self = this; return function () { return self.apply(bind, [].concat(given)); }; },
    attempt: function () { try { return this(); } catch (e) { return null; } },
    delay: function (wait, bind) { return setTimeout(this.pass([], bind), wait); },
    periodical: function (wait, bind) { return setInterval(this.pass([], bind), wait); },
    run: function (given, bind) { return this.apply(bind, [].concat(given)); },
  });
  native('string', String, {
    test: function (pattern) { return new RegExp(pattern).test(this); },
    contains: function (part, by) { return (by ? by + this + by : this).indexOf(by ? by + part + by : part) > -1; },
    clean: function () { return this.replace(/\\s+/g, ' ').trim(); },
    camelCase: function () { return String(this); },
    hyphenate: function () { return String(this); },
    capitalize: function () { return String(this); },
    toInt: function (base) { return parseInt(this, base || 10); },
    substitute: function () { return String(this); },
  });
  native('number', Number, {
    limit: function (min, max) { return Math.min(max, Math.max(min, this)); },
    times: function (step) { for (var i = 0; i < this; i++) step(i); },
    toInt: function (base) { return parseInt(this, base || 10); },
  });
  native('date', Date, {});
  native('regexp', RegExp, {});

  window.Hash = function (object) { for (var key in object) this[key] = object[key]; };
  native('hash', Hash, {
    forEach: function (step) { for (var key in this) if (this.hasOwnProperty(key)) step(this[key], key); },
    extend: function (more) { for (var key in more) this[key] = more[key]; return this; },
    has: function (key) { return this.hasOwnProperty(key); },
    set: function (key, v) { this[key] = v; return this; },
    get: function (key) { return this.hasOwnProperty(key) ? this[key] : null; },
  });

  window.Event = function (event) {
    this.event = event;
    this.type = event.type;
    this.target = event.target;
    this.key = String(event.key).toLowerCase();
  };
  native('event', window.Event, {
    stop: function () { return this.stopPropagation().preventDefault(); },
    stopPropagation: function () { this.event.stopPropagation(); return this; },
    preventDefault: function () { this.event.preventDefault(); return this; },
  });

  window.Element = function (name, properties) { return document.createElement(name).set(properties); };
  window.Element.prototype = nativeElement.prototype;
  native('element', window.Element, {
    set: function (name, v) { this.setAttribute(name, v); return this; },
    get: function (name) { return this.getAttribute(name); },
    erase: function (name) { this.removeAttribute(name); return this; },
    inject: function (to) { to.appendChild(this); return this; },
    grab: function (e) { this.appendChild(e); return this; },
    adopt: function () { return this; },
    dispose: function () { return this.parentNode ? this.parentNode.removeChild(this) : this; },
    destroy: function () { this.dispose(); return null; },
    empty: function () { this.textContent = ''; return this; },
    clone: function () { return this.cloneNode(true); },
    match: function (css) { return this.matches(css); },
    getElement: function (css) { return this.querySelector(css); },
    getElements: function (css) { return this.querySelectorAll(css); },
    getStyle: function (name) { return getComputedStyle(this)[name]; },
    setStyle: function (name, v) { this.style[name] = v; return this; },
    getProperty: function (name) { return this.getAttribute(name); },
    addEvent: function (name, heard) { this.addEventListener(name, heard); return this; },
    hasClass: function (name) { return this.classList.contains(name); },
    addClass: function (name) { this.classList.add(name); return this; },
    position: function () { return this; },
    getPosition: function () { return { x: 0, y: 0 }; },
    getSize: function () { return { x: this.offsetWidth, y: this.offsetHeight }; },
    toQueryString: function () { return ''; },
  });
  window.$family = { name: 'window' };
  document.$family = { name: 'document' };
  document.html = document.documentElement;
  document.window = window;

  window.JSON = new Hash({ stringify: nativeJson.stringify, parse: nativeJson.parse }).extend({
    encode: function (v) {
      switch ($type(v)) {
        case 'string': return '"' + v.replace(/[\\x00-\\x1f\\\\"]/g, '\\\\$&') + '"';
        case 'array': return '[' + String(v.map(JSON.encode).clean()) + ']';
        case 'number': case 'boolean': return String(v);
        case false: return 'null';
        case 'object': case 'hash': {
          var all = [];
          for (var key in v) if (v.hasOwnProperty(key) && JSON.encode(v[key])) all.push('"' + key + '":' + JSON.encode(v[key]));
          return '{' + all + '}';
        }
      }
      return null;
    },
    decode: function (text) { return nativeJson.parse(text); },
  });
  [Hash, Array, String, Number].forEach(function (object) {
    object.implement({ toJSON: function () { return JSON.encode(this); } });
  });
})();
`;

/** As MooTools before 1.2.4: it brings a JSON of its own that neither reads nor writes as the language’s does. */
export const mooToolsWithoutJson = `${mooTools}
delete JSON.stringify;
delete JSON.parse;
`;
