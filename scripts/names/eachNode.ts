import ts from 'typescript';

/** Calls back for a node and all below it. */
export function eachNode(node: ts.Node, see: (node: ts.Node) => void): void {
  see(node);
  ts.forEachChild(node, (child) => eachNode(child, see));
}
