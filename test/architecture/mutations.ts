import ts from 'typescript';

/** Methods of the language's own containers that change them. */
const CHANGING = new Set([
	...['set', 'add', 'delete', 'clear'],
	...['push', 'pop', 'shift', 'unshift', 'splice', 'sort', 'reverse', 'fill', 'copyWithin'],
]);

const CONTAINERS = new Set(['Map', 'Set', 'WeakMap', 'WeakSet', 'Array']);

/** Functions of `Object` and `Reflect` that change what they are given first. */
const CHANGING_FIRST = /^(Object\.(assign|defineProperty|defineProperties|setPrototypeOf)|Reflect\.set)$/;

/**
 * Whether a mention of a value changes the value, or something inside of it: `x = 1`, `x.y++`, `delete x.y`,
 * `x.list.push(1)`, `Object.assign(x, y)`.
 *
 * @param mention an identifier or `this`
 * @param checker tells the language's own containers from classes of ours with methods of the same names, whose calls
 * are none of their users' changes; without it, calls of methods do not count
 */
export function changes(mention: ts.Node, checker?: ts.TypeChecker): boolean {
	let node = mention;
	// From `x` in `x.y[0].z` up to the whole.
	for (let { parent } = node; isInside(parent, node); { parent } = node) {
		const { parent: call } = parent;
		const isCalled = ts.isCallExpression(call) && call.expression === parent;
		if (isCalled)
			return checker !== undefined && isPropertyOf(parent, CHANGING) && isContainer(node, checker);
		node = parent;
	}
	const { parent } = node;
	if (ts.isBinaryExpression(parent) && parent.left === node) {
		return isAssignment(parent.operatorToken.kind) && !isMadeOnFirstUse(parent, checker);
	}
	if (ts.isPostfixUnaryExpression(parent) || ts.isDeleteExpression(parent)) return true;
	if (ts.isPrefixUnaryExpression(parent)) return isStep(parent.operator);
	return isChangedByCall(node, parent);
}

/** `parent` is a property or an element of `node`, or the same with another type. */
function isInside(parent: ts.Node, node: ts.Node): boolean {
	const isMember = ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent);
	if (isMember) return parent.expression === node;
	return ts.isNonNullExpression(parent) || ts.isAsExpression(parent) || ts.isParenthesizedExpression(parent);
}

function isPropertyOf(node: ts.Node, names: ReadonlySet<string>): boolean {
	return ts.isPropertyAccessExpression(node) && names.has(node.name.text);
}

function isContainer(node: ts.Node, checker: ts.TypeChecker): boolean {
	const type = checker.getNonNullableType(checker.getTypeAtLocation(node));
	return CONTAINERS.has(type.getSymbol()?.getName() ?? '');
}

function isAssignment(kind: ts.SyntaxKind): boolean {
	return kind >= ts.SyntaxKind.FirstAssignment && kind <= ts.SyntaxKind.LastAssignment;
}

/** `x ??= make()`: a constant that is made when it is needed, unless it has to be waited for: then it was asked for. */
function isMadeOnFirstUse({ operatorToken, right }: ts.BinaryExpression, checker?: ts.TypeChecker): boolean {
	if (operatorToken.kind !== ts.SyntaxKind.QuestionQuestionEqualsToken || !checker) return false;
	const isAwaited = [...nodesIn(right)].some(ts.isAwaitExpression);
	return !isAwaited && checker.getTypeAtLocation(right).getSymbol()?.getName() !== 'Promise';
}

function isStep(operator: ts.PrefixUnaryOperator): boolean {
	return operator === ts.SyntaxKind.PlusPlusToken || operator === ts.SyntaxKind.MinusMinusToken;
}

function isChangedByCall(node: ts.Node, parent: ts.Node): boolean {
	return (
		ts.isCallExpression(parent) &&
		parent.arguments[0] === node &&
		CHANGING_FIRST.test(parent.expression.getText())
	);
}

/** All nodes below this one, and itself. */
export function* nodesIn(node: ts.Node): Generator<ts.Node> {
	yield node;
	const children: ts.Node[] = [];
	ts.forEachChild(node, (child) => void children.push(child));
	for (const child of children) yield* nodesIn(child);
}
