// The API reference, from the types of what the package exports.
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Application, OptionDefaults } from 'typedoc';
import { root } from '../root.mjs';

/** The source entries of the package. */
const entries = ['', 'react/', 'vue/', 'svelte/', 'link/', 'relay/', 'adapters/'].map(
  (folder) => `widget/${folder}index.ts`,
);

/** @returns {Promise<{ readonly source: string, readonly content: string }[]>} Markdown, by its place on the site */
export async function apiPages() {
  const folder = await mkdtemp(join(tmpdir(), 'hello-again-api-'));
  try {
    const app = await Application.bootstrapWithPlugins(
      /** @type {any} */ ({
        plugin: ['typedoc-plugin-markdown'],
        entryPoints: [...entries, 'widget/adapters/contract.ts'].map((path) => join(root, path)),
        tsconfig: join(root, 'tsconfig.types.json'),
        // `npm test` checks the types.
        skipErrorChecking: true,
        readme: 'none',
        disableSources: true,
        excludeInternal: true,
        excludeExternals: true,
        githubPages: false,
        logLevel: 'Warn',
        outputs: [{ name: 'markdown', path: folder }],
        outputFileStrategy: 'modules',
        hidePageHeader: true,
        hideBreadcrumbs: true,
        useCodeBlocks: true,
        useHTMLAnchors: true,
        useHTMLEncodedBrackets: true,
        sort: ['required-first', 'alphabetical'],
        blockTags: [...OptionDefaults.blockTags, '@minItems', '@maxItems'],
        excludeTags: [...OptionDefaults.excludeTags, '@minItems', '@maxItems'],
        groupOrder: ['Functions', 'Interfaces', 'Type Aliases', 'Variables'],
        interfacePropertiesFormat: 'table',
        typeAliasPropertiesFormat: 'table',
        typeDeclarationFormat: 'table',
        propertyMembersFormat: 'table',
        parametersFormat: 'table',
        indexFormat: 'list',
        tableColumnSettings: { hideModifiers: true, hideInherited: true, hideOverrides: true, hideSources: true },
      }),
    );
    const project = await app.convert();
    if (!project) throw new Error('The types could not be read.');
    // By what an import names, and not by the folder of the sources.
    for (const module of project.children ?? []) {
      module.name = module.name === 'index' ? 'hello-again' : `hello-again/${module.name}`;
    }
    await app.generateOutputs(project);
    const files = await readdir(folder, { recursive: true });
    return await Promise.all(
      files
        .filter((file) => file.endsWith('.md'))
        .map(async (file) => ({
          source: `api/${file.replaceAll('\\', '/')}`,
          content: await readFile(join(folder, file), 'utf8'),
        })),
    );
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
