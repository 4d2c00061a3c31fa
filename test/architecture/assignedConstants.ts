import ts from 'typescript';

import { changes, nodesIn } from './mutations';
import { codeIn, targetOf, textOf } from './sources';

/**
 * Where tests change what they import from the product, as `file: constant`, once for each place. What one test sets,
 * the next one finds, and a test that changes a constant shows only that the code works with another one.
 */
export function assignedConstants(trees: string[]): string[] {
	return codeIn(trees)
		.filter((file) => file.endsWith('.ts'))
		.flatMap((file) => assignedIn(file, textOf(file)).map((name) => `${file}: ${name}`));
}

/** Names that the file imports from `nodes/` and changes, once for each place. */
export function assignedIn(file: string, text: string): string[] {
	const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
	const imported = new Set([...nodesIn(source)].flatMap((node) => importedBy(node, file)));
	return [...nodesIn(source)]
		.filter(ts.isIdentifier)
		.filter((node) => imported.has(node.text) && changes(node))
		.map(({ text: name }) => name);
}

/** Names that a statement takes from the product: `import { x } from`, `const { x } = await import()`. */
function importedBy(node: ts.Node, file: string): string[] {
	if (ts.isImportDeclaration(node) && node.importClause) {
		return isOfProduct(file, node.moduleSpecifier) ? namesIn(node.importClause) : [];
	}
	if (!ts.isVariableDeclaration(node) || !node.initializer) return [];
	const loads = [...nodesIn(node.initializer)].filter(ts.isCallExpression).filter(isLoading);
	return loads.some(({ arguments: [from] }) => from && isOfProduct(file, from)) ? namesIn(node.name) : [];
}

function isLoading({ expression }: ts.CallExpression): boolean {
	return expression.kind === ts.SyntaxKind.ImportKeyword || expression.getText() === 'require';
}

function isOfProduct(file: string, specifier: ts.Expression): boolean {
	if (!ts.isStringLiteral(specifier)) return false;
	return /^(nodes|credentials)\//.test(targetOf(file, specifier.text) ?? '');
}

/** Names that a clause or a pattern binds, not those that it binds them from. */
function namesIn(clause: ts.Node): string[] {
	return [...nodesIn(clause)]
		.filter(ts.isIdentifier)
		.filter((name) => (name.parent as { propertyName?: ts.Node }).propertyName !== name)
		.map(({ text }) => text);
}
