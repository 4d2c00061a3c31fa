import ts from 'typescript';

import { nodesIn } from './mutations';
import { codeIn, textOf } from './sources';

/** What an app must be allowed to read before HighLevel sends it an event; nothing is requested for it. */
const OF_EVENTS = 'nodes/GoHighLevel/events/webhook/payloads/families.ts';

/** What makes requests, each with its scopes. */
const MAKERS = new Set(['filledKind', 'kindOf', 'request', 'wholeList']);

/** A scope of HighLevel: `locations/tags.readonly`. */
const SCOPE = /\b[a-z][\w/-]*\.(readonly|write)\b/i;

/**
 * Scopes in the code of the nodes that are not written where their request is, as `file: text`. Whatever needs them
 * reads them from the request.
 */
export function scopesBesideRequests(): string[] {
	return codeIn(['nodes'])
		.filter((file) => file !== OF_EVENTS)
		.flatMap((file) => scopesBesideRequestsIn(file, textOf(file)).map((text) => `${file}: ${text}`));
}

/** The same of one file, each text once for each place. */
export function scopesBesideRequestsIn(file: string, text: string): string[] {
	const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
	const isInApi = /^nodes\/\w+\/api\//.test(file);
	return [...nodesIn(source)]
		.filter(
			(node) =>
				ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node),
		)
		.filter((node) => SCOPE.test(node.text) || isOfProperty(node))
		.filter((node) => !(isInApi && ts.findAncestor(node, isMaker)))
		.map((node) => node.text);
}

/** Whether it is what a property `scope` or `scopes` has, or a part of it. */
function isOfProperty(text: ts.Node): boolean {
	const value = ts.isArrayLiteralExpression(text.parent) ? text.parent : text;
	const { parent } = value;
	return (
		ts.isPropertyAssignment(parent) && /^scopes?$/.test(parent.name.getText()) && parent.initializer === value
	);
}

function isMaker(node: ts.Node): boolean {
	return ts.isCallExpression(node) && MAKERS.has(node.expression.getText());
}
