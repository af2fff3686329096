import { join } from 'node:path';
import ts from 'typescript';
import { root } from '../root.mjs';

const widget = join(root, 'widget/');

/** The script tag's sources and all that they import, as the compiler sees them. */
export function widgetProgram(): ts.Program {
  const config = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, root);
  // Node's own types do not exist in browsers.
  return ts.createProgram([`${widget}loader.ts`, `${widget}env.d.ts`], { ...options, types: [] });
}

/** Whether a file is the widget's own, and not a library's. */
export function isOwn(file: ts.SourceFile): boolean {
  return file.fileName.startsWith(widget.replaceAll('\\', '/'));
}
