// A phone of /compare shows the shop as its visitors see it: without the notice that owners get on their own computer. A
// classic script, so that it runs before the tag does.
(window as Window & { HelloAgainNotice?: boolean }).HelloAgainNotice = false;
