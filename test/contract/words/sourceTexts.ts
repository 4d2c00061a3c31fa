import ts from 'typescript';

import type { Text } from './text';
import { HOLE } from './text';

const COMPARING = new Set([
	ts.SyntaxKind.EqualsEqualsEqualsToken,
	ts.SyntaxKind.ExclamationEqualsEqualsToken,
	ts.SyntaxKind.InKeyword,
]);

/**
 * The texts in a source file: its string and template literals, with what is added by `+` as one text. Names of modules,
 * keys, types and values that are compared with something are none, nor are regular expressions and comments.
 */
export function sourceTexts(file: string, code: string): Text[] {
	const source = ts.createSourceFile(file, code, ts.ScriptTarget.ES2022, true);
	const texts: Text[] = [];
	const visit = (node: ts.Node): void => {
		const text = isName(node) ? undefined : textOf(node);
		if (text !== undefined && text.replaceAll(HOLE, '').trim() !== '') {
			const { line } = source.getLineAndCharacterOfPosition(node.getStart());
			texts.push({ file, line: line + 1, text });
		}
		if (text === undefined) ts.forEachChild(node, visit);
		else holesOf(node).forEach(visit);
	};
	visit(source);
	return texts;
}

function textOf(node: ts.Node): string | undefined {
	if (ts.isStringLiteralLike(node)) return node.text;
	if (ts.isTemplateExpression(node)) {
		return node.head.text + node.templateSpans.map(({ literal }) => HOLE + literal.text).join('');
	}
	if (!isSum(node)) return undefined;
	const [left, right] = [textOf(node.left), textOf(node.right)];
	return left === undefined && right === undefined ? undefined : (left ?? HOLE) + (right ?? HOLE);
}

/** What a text is put together from beside its own words; it may hold texts too. */
function holesOf(node: ts.Node): ts.Node[] {
	if (ts.isTemplateExpression(node)) return node.templateSpans.map(({ expression }) => expression);
	if (!isSum(node)) return [];
	return [node.left, node.right].flatMap((side) => (textOf(side) === undefined ? [side] : holesOf(side)));
}

function isSum(node: ts.Node): node is ts.BinaryExpression {
	return ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.PlusToken;
}

function isName(node: ts.Node): boolean {
	const { parent } = node;
	if (!ts.isStringLiteralLike(node)) return false;
	if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent) || ts.isLiteralTypeNode(parent))
		return true;
	if (ts.isElementAccessExpression(parent) || ts.isCaseClause(parent)) return true;
	if (ts.isBinaryExpression(parent)) return COMPARING.has(parent.operatorToken.kind);
	return ts.isPropertyAssignment(parent) && parent.name === node;
}
