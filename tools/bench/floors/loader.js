// A hand-written loader, as small as one can be that does a loader's work: it decides whether to ask, and fetches the popup.
(() => {
  const { src, dataset } = document.currentScript;
  const fetchPopup = () => import(new URL(dataset.popup, src).href);
  const open = () => fetchPopup().then((popup) => popup.open());
  window.bench = { prepare: fetchPopup, open };
  const wasAsked = /(?:^|; )asked=/.test(document.cookie);
  const isExcluded = dataset.exclude && location.pathname.startsWith(dataset.exclude);
  if (!wasAsked && !isExcluded && dataset.delay) setTimeout(open, Number(dataset.delay));
})();
