import type { INodeProperties, INodePropertyMode } from 'n8n-workflow';

import { Failure } from '../failure';

export interface Locator {
	displayName: string;
	name: string;
	description: string;
	/** What the list asks to select: "contact". */
	record: string;
	/** Of `methods.listSearch`; without it there is no list. */
	searchListMethod?: string;
	exampleId: string;
	/** How the record is found without the list: "By ID" unless told. */
	by?: { displayName: string; name: string };
	/** The address of the record's page, where it has one. */
	address?: Address;
	/** What the empty list stands for. */
	emptyMeans?: string;
}

export interface Address {
	/** Regular expression; its first group is the id. */
	pattern: string;
	example: string;
	/** What the editor says to another address. */
	errorMessage: string;
}

/** One record: from a list, by id, or by the address of its page. */
export function locator({ searchListMethod, address, exampleId, by, ...face }: Locator): INodeProperties {
	const { displayName, name, description, record, emptyMeans } = face;
	const direct = by ?? { displayName: 'By ID', name: 'id' };
	const modes = [mode(direct.displayName, direct.name, { placeholder: `e.g. ${exampleId}` })];
	if (searchListMethod) {
		const placeholder = emptyMeans ?? `Select a ${record}…`;
		const typeOptions = { searchListMethod, searchable: true };
		modes.unshift({ ...mode('From List', 'list', { placeholder, typeOptions }), type: 'list' });
	}
	if (address) modes.push(byAddress(address));
	const [first] = modes;
	return {
		displayName,
		name,
		type: 'resourceLocator',
		default: { mode: first?.name, value: '' },
		description,
		modes,
	};
}

function byAddress({ pattern, example, errorMessage }: Address): INodePropertyMode {
	return mode('By URL', 'url', {
		placeholder: `e.g. ${example}`,
		extractValue: { type: 'regex', regex: pattern },
		validation: [{ type: 'regex', properties: { regex: `${pattern}.*`, errorMessage } }],
	});
}

/**
 * The id that an address of a record's page holds, also where it was pasted in place of the id; any other text as it is.
 * Throws a `Failure` for the address of something else.
 */
export function idIn(text: string, { modes = [] }: Pick<INodeProperties, 'modes'>): string {
	const byUrl = modes.find(({ name }) => name === 'url');
	const address = text.trim().replace(/^<(.*)>$/, '$1');
	if (!byUrl?.extractValue || !/^(?:https?:\/\/|[\w-]+(?:\.[\w-]+)+\/)/i.test(address)) return text;
	const whole = /^https?:/i.test(address) ? address : `https://${address}`;
	const [, id] = new RegExp((byUrl.extractValue as { regex: string }).regex).exec(whole) ?? [];
	if (id) return id;
	const [{ properties = {} } = {}] = byUrl.validation as Array<{ properties?: { errorMessage?: string } }>;
	throw new Failure(
		`${properties.errorMessage ?? 'This is not the address of the record'}: ${text.trim().slice(0, 80)}`,
		'Paste the address of the page of the record, or enter its ID.',
	);
}

function mode(displayName: string, name: string, rest: Partial<INodePropertyMode>): INodePropertyMode {
	const face = { displayName, name };
	return { ...rest, ...face, type: 'string' };
}

export function required(property: INodeProperties): INodeProperties {
	return { ...property, required: true };
}
