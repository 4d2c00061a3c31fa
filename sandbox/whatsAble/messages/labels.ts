import { Rejection } from '../wire/errors';
import type { Hub } from '../hub';

/** The labels that may be set: those that exist. A key cannot make new ones.
 * @throws Rejection when one does not exist and the settings refuse that */
export function checkLabels({ state, settings }: Hub, labels: readonly string[]): string[] {
	const unknown = labels.filter((label) => !state.labels.has(label));
	if (unknown.length > 0 && settings.unknownLabels === 'refused') {
		throw new Rejection('invalid_request', `Label not found: ${unknown.join(', ')}`);
	}
	return labels.filter((label) => state.labels.has(label));
}

/** Labels with others added at the end. */
export function withLabels(labels: readonly string[], added: readonly string[]): string[] {
	return [...new Set([...labels, ...added])];
}
