import type { IDataObject } from 'n8n-workflow';

import { Failure } from '../../../core/failure';
import { isEmpty, listOf } from '../../../core/values/texts';
import { splitBesides } from '../../../core/values/choices';
import type { WhatsAbleClient } from '../client';
import { listing, rememberedList } from './lists';
import { firstText } from '../responses/plain';
import type { Memory } from '../../../core/account/account';
import { Remembered } from '../../../core/account/remembered';

/** What becomes of labels that the account does not have: the item fails, or they are left out. */
export type UnknownLabels = 'fail' | 'leaveOut';

const LABELS: Memory<Remembered<string[]>> = { name: 'labels', create: () => new Remembered() };

/** A label of the account; empty where its name is not told. */
export interface Label extends IDataObject {
	label: string;
}

/**
 * The labels of the account. A key can read them, but not make any. Source of the names under which they stand:
 * WhatsAble's n8n package, and its Zapier app.
 */
export const listLabels = listing<Label>('labels', {
	scalar: 'label',
	read: (entry) => ({ label: labelIn(entry) }),
});

/** The name of a label, under whichever of its names it stands. */
export function labelIn({ label, name, value }: IDataObject): string {
	return firstText(label, name, value);
}

/** What labels are called; one without a name cannot be chosen. */
export async function labelNames(api: WhatsAbleClient): Promise<string[]> {
	return (await listLabels(api)).map(({ label }) => label).filter((label) => label !== '');
}

/**
 * The labels as the account writes them. Throws a `Failure` for those that it does not have, or leaves them out, since
 * WhatsAble does not say what becomes of them.
 */
export async function knownLabels(
	api: WhatsAbleClient,
	given: unknown,
	label: string,
	ifUnknown: UnknownLabels,
): Promise<string[]> {
	if (isEmpty(given)) return [];
	const find = (labels: string[], label: string) =>
		labels.find((known) => known === label) ??
		labels.find((known) => known.toLowerCase() === label.toLowerCase());
	// A label may hold a comma itself.
	const named = (labels: string[]) =>
		typeof given === 'string' ? splitBesides(given, labels) : listOf(given, label);
	const labels = await rememberedList(
		api,
		LABELS,
		async () => await labelNames(api),
		(known) => named(known).every((label) => find(known, label) !== undefined),
	);
	const wanted = named(labels);
	const unknown = wanted.filter((label) => find(labels, label) === undefined);
	if (unknown.length > 0 && ifUnknown === 'fail') {
		throw new Failure(
			`Notifyer has no label ${unknown.map((label) => `"${label}"`).join(', ')}`,
			`Make it in the Notifyer console, since an API key cannot, or set the option "Unknown Labels". There are: ${labels.join(', ') || 'none'}.`,
			{ field: 'labels' },
		);
	}
	const found = wanted.map((label) => find(labels, label)).filter((label) => label !== undefined);
	return [...new Set(found)];
}
