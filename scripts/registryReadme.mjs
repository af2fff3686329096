import { cdnAddress } from './scriptTag.mjs';

/**
 * The README as the registry's page shows it, where no file lies beside it: its links lead to the files of this version on
 * the public CDN.
 *
 * @param {string} readme
 * @param {string} version
 */
export function registryReadme(readme, version) {
  return readme.replace(
    /\]\((?!https?:|#|mailto:)([^)]+)\)/g,
    (_all, /** @type {string} */ path) => `](${cdnAddress(version, path)})`,
  );
}
