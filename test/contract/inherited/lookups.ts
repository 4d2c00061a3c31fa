import ts from 'typescript';

/** The one place that may look something up by a name from outside. */
const HELPER = 'nodes/core/values/ownValue.ts';

/**
 * Lookups in plain objects under a name that need not be one of ours: `table[name]`, `name in table`, and what is copied
 * with Object.assign from an object of such names. A list, a text and a key that can only be one of ours are no such thing.
 * Each as "file:line code".
 */
export function unsafeLookups(program: ts.Program, isOurs: (file: string) => boolean): string[] {
	const checker = program.getTypeChecker();
	const found: string[] = [];
	for (const source of program.getSourceFiles()) {
		if (!isOurs(source.fileName) || source.fileName.endsWith(HELPER)) continue;
		const visit = (node: ts.Node): void => {
			if (isUnsafe(node, checker)) {
				const { line } = source.getLineAndCharacterOfPosition(node.getStart());
				found.push(`${source.fileName}:${line + 1} ${node.getText().replace(/\s+/g, ' ')}`);
			}
			ts.forEachChild(node, visit);
		};
		visit(source);
	}
	return found;
}

function isUnsafe(node: ts.Node, checker: ts.TypeChecker): boolean {
	if (ts.isElementAccessExpression(node)) {
		const { expression, argumentExpression: key } = node;
		const record = checker.getNonNullableType(checker.getTypeAtLocation(expression));
		return !isList(record, checker) && !isOwnName(checker.getTypeAtLocation(key), key);
	}
	if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.InKeyword) {
		return !isOwnName(checker.getTypeAtLocation(node.left), node.left);
	}
	return isAssign(node) && node.arguments.slice(1).some((given) => hasAnyName(given, checker));
}

function isList(type: ts.Type, checker: ts.TypeChecker): boolean {
	if ((type.flags & ts.TypeFlags.Any) !== 0) return false;
	const isText = (type.flags & ts.TypeFlags.StringLike) !== 0;
	return isText || checker.isArrayLikeType(type) || checker.typeToString(type).endsWith('Array');
}

/** A number, or one of a few texts that are written in our code; a cast to them says nothing of what it is. */
function isOwnName(type: ts.Type, key: ts.Expression): boolean {
	if (ts.isAsExpression(key)) return false;
	if ((type.flags & ts.TypeFlags.NumberLike) !== 0) return true;
	const parts = type.isUnion() ? type.types : [type];
	return parts.every((part) => part.isStringLiteral() || (part.flags & ts.TypeFlags.UniqueESSymbol) !== 0);
}

function isAssign(node: ts.Node): node is ts.CallExpression {
	return ts.isCallExpression(node) && node.expression.getText() === 'Object.assign';
}

function hasAnyName(given: ts.Expression, checker: ts.TypeChecker): boolean {
	const type = checker.getTypeAtLocation(ts.isSpreadElement(given) ? given.expression : given);
	const element = checker.isArrayLikeType(type)
		? checker.getIndexTypeOfType(type, ts.IndexKind.Number)
		: type;
	return element === undefined || checker.getIndexInfosOfType(element).length > 0;
}
