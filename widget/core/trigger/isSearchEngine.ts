const engines =
  /^([a-z]{2,3}\.)*(www\.|search\.|m\.)*(google|bing|yahoo|duckduckgo|ecosia|qwant|startpage|brave|yandex|ya|baidu|naver|seznam)\.(com?\.)?[a-z]{2,4}$/;

/** Not where people look something up. */
const others = /^(mail|docs|drive|meet|chat|news|play|maps|accounts)\./;

/** Whether a host name is that of a search engine. */
export function isSearchEngine(host: string): boolean {
  return engines.test(host) && !others.test(host);
}
