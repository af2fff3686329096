// Gives every frame of /consent-preview the height of what it shows, so that the page can be printed whole.
for (const frame of document.querySelectorAll('iframe')) {
  const fit = () => {
    const height = frame.contentDocument?.querySelector('hello-again')?.getBoundingClientRect().height;
    if (height) frame.style.setProperty('block-size', `${Math.ceil(height) + 16}px`);
  };
  const watch = () => {
    const body = frame.contentDocument?.body;
    if (!body) return;
    const sizes = new ResizeObserver(fit);
    new MutationObserver(() => {
      const popup = body.querySelector('hello-again');
      if (popup) sizes.observe(popup);
    }).observe(body, { childList: true });
    const popup = body.querySelector('hello-again');
    if (popup) sizes.observe(popup);
  };
  frame.addEventListener('load', watch);
  if (frame.contentDocument?.readyState === 'complete') watch();
}
