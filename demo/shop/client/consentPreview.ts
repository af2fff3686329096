// Gives every frame of /consent-preview the height of what it shows, so that the page can be printed whole.
for (const frame of document.querySelectorAll('iframe')) {
  const watch = () => {
    const body = frame.contentDocument?.body;
    if (!body) return;
    const popup = () => body.querySelector('hello-again');
    const sizes = new ResizeObserver(() => {
      const height = popup()?.getBoundingClientRect().height;
      if (height) frame.style.setProperty('block-size', `${Math.ceil(height) + 16}px`);
    });
    const observe = () => {
      const host = popup();
      if (host) sizes.observe(host);
    };
    new MutationObserver(observe).observe(body, { childList: true });
    observe();
  };
  frame.addEventListener('load', watch);
  if (frame.contentDocument?.readyState === 'complete') watch();
}
