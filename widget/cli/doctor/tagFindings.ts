import type { Finding } from '../finding.ts';
import type { Tag } from './readTags.ts';

export interface TagFacts {
  /** In the document as the server sent it. */
  readonly sent: readonly Tag[];
  /** On the page, once it was loaded. */
  readonly found: readonly Tag[];
  /** There is a signup, by whatever it was made. */
  readonly hasSignup: boolean;
  readonly page: URL;
}

const find = (tone: Finding['tone'], says: string, fix?: string): Finding => ({ about: 'tag', tone, says, fix });

/** Whether the script tag is there, and as it was written. */
export function tagFindings({ sent, found, hasSignup, page }: TagFacts): Finding[] {
  const scripts = found.filter((tag) => !('data-hello-again' in tag));
  const isSent = sent.some((tag) => !('data-hello-again' in tag));
  if (scripts.length === 0 && !hasSignup) {
    return [
      isSent
        ? find(
            'bad',
            'the server sends the script tag, and something on the page takes it away',
            'Look for an optimiser or a consent platform that removes scripts.',
          )
        : find(
            'bad',
            'there is no script tag on this page, and no signup of the npm module',
            'Paste the tag of the README into the page, or let the app call createSignup().',
          ),
    ];
  }
  if (scripts.length === 0)
    return [find('good', 'no script tag: the signup is made by the npm module, or by a tag that was combined')];
  const wrong = scripts.flatMap((tag) => [...mangled(tag, hasSignup), ...lost(tag, sent), ...badAddress(tag, page)]);
  const by = isSent ? 'in the document' : 'put in by a script';
  return wrong.length > 0 ? wrong : [find('good', `the script tag is there, ${by}, with its attributes`)];
}

/** What optimisers and consent platforms write into tags. */
function mangled(tag: Tag, hasSignup: boolean): Finding[] {
  const { type = '', src } = tag;
  const findings: Finding[] = [];
  if (!/^(|text\/javascript|application\/javascript|module)$/i.test(type.trim())) {
    const fix =
      'Take it out of the optimiser’s or the consent platform’s list: the script asks for consent by itself (data-storage="banner").';
    // Some put the type back once they run the script.
    findings.push(
      find(hasSignup ? 'note' : 'bad', `its type is “${type}”, so the browser does not run it by itself`, fix),
    );
  }
  const moved = Object.keys(tag).find((name) => /^data-.*src$/.test(name));
  if (!src && moved) {
    findings.push(
      find(
        hasSignup ? 'note' : 'bad',
        `its address stands in ${moved}, so it comes late or never`,
        'Exclude it from delayed loading.',
      ),
    );
  }
  const quoted = Object.entries(tag).find(
    ([name, value]) => name.startsWith('data-') && /^[“”„«‘’]|[“”„»‘’]$/.test(value),
  );
  if (quoted)
    findings.push(find('note', `${quoted[0]} has typographic quotes, from a word processor`, 'Type the quotes again.'));
  if (tag.integrity && !('crossorigin' in tag)) {
    findings.push(
      find(
        'note',
        'it has integrity and no crossorigin',
        'From another origin the browser then refuses it: add crossorigin="anonymous".',
      ),
    );
  }
  return findings;
}

/** Attributes that were sent and are gone. */
function lost(tag: Tag, sent: readonly Tag[]): Finding[] {
  const original = sent.find(({ src }) => src !== undefined && src === tag.src);
  const gone = Object.keys(original ?? {}).filter((name) => name.startsWith('data-') && !(name in tag));
  if (gone.length === 0) return [];
  return [
    find(
      'bad',
      `something on the page takes attributes away: ${gone.join(', ')}`,
      "Give the options in window.HelloAgain = [['options', { … }]] (docs/installing.md).",
    ),
  ];
}

function badAddress({ src }: Tag, page: URL): Finding[] {
  if (src === undefined || page.protocol !== 'https:' || !/^http:/i.test(src)) return [];
  return [find('bad', 'its address is http on an https page, which browsers block', 'Write https.')];
}
