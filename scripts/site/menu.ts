/** The list of pages stays open beside a page that has room for it; on a narrow screen its summary opens it. */
export function setUpMenu(): void {
  const menu = document.querySelector<HTMLDetailsElement>('.menu');
  const wide = matchMedia('(min-width: 900px)');
  const follow = () => {
    if (menu) menu.open = wide.matches;
  };
  follow();
  wide.addEventListener('change', follow);
  if (!wide.matches) return;
  const current = menu?.querySelector<HTMLElement>('[aria-current]');
  // Not `scrollIntoView`, which would scroll the page as well.
  if (menu && current) menu.scrollTop = current.offsetTop - menu.clientHeight / 2;
}
