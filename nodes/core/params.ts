import type { IDataObject, IExecuteFunctions, INodeProperties } from 'n8n-workflow';

import { Failure } from './failure';
import type { BinaryFile, ServedFile } from './files';
import { readFile, serveFile } from './files';
import { idIn } from './locator';

/** What counts as "nothing was given" in a parameter or a record: no value, an empty text, an empty list. */
export function isEmpty(value: unknown): boolean {
	return (
		value === undefined ||
		value === null ||
		(typeof value === 'string' && value.trim() === '') ||
		(Array.isArray(value) && value.length === 0)
	);
}

/** The editor parameters of one item, read with the type that an operation needs. */
export class Params {
	constructor(
		private readonly context: IExecuteFunctions,
		private readonly itemIndex: number,
		private readonly fields: INodeProperties[] = [],
	) {}

	/** The value as n8n resolves it; `undefined` when the parameter is not there. */
	value(name: string): unknown {
		const value = this.context.getNodeParameter(name, this.itemIndex, undefined, {
			extractValue: true,
		}) as unknown;
		const field = typeof value === 'string' ? this.field(name.split('.').pop() ?? '') : undefined;
		return field?.type === 'resourceLocator' ? idIn(value as string, field) : value;
	}

	/** Text without surrounding blanks; empty when nothing was given. Numbers (phones, postal codes) become text. */
	text(name: string): string {
		return textOf(this.value(name), this.label(name));
	}

	/** A value that must be there. Throws a `Failure` when it is empty. */
	given(name: string): unknown {
		const value = this.value(name);
		if (!isEmpty(value)) return value;
		const label = this.label(name);
		throw new Failure(`"${label}" is empty`, `Map a value to "${label}", or leave this item out.`, {
			field: name,
		});
	}

	/** Text that must be there. */
	filled(name: string): string {
		return textOf(this.given(name), this.label(name));
	}

	/** The id of a record, from a resource locator or as text. Throws a `Failure` when it is empty. */
	id(name: string): string {
		const id = this.text(name);
		if (id === '') {
			throw new Failure(
				`"${this.label(name)}" is empty`,
				'Choose a record from the list, or map the id that an earlier node puts out.',
				{ field: name },
			);
		}
		return id;
	}

	boolean(name: string): boolean {
		const value = this.value(name);
		return value === true || value === 'true';
	}

	/** A whole number of at least 1. */
	count(name: string): number {
		const value = Number(this.value(name));
		if (!Number.isInteger(value) || value < 1) {
			throw new Failure(`"${this.label(name)}" must be a whole number of 1 or more`, undefined, {
				field: name,
			});
		}
		return value;
	}

	/** How many records are wanted, by "Return All" and "Limit"; without end for all. */
	limit(): number {
		return this.boolean('returnAll') ? Infinity : this.count('limit');
	}

	/** An options collection such as `additionalFields`; `{}` when nothing was added to it. */
	collection(name: string): IDataObject {
		const values = (this.context.getNodeParameter(name, this.itemIndex, {}) ?? {}) as IDataObject;
		// n8n takes the id out of a resource locator only where it is asked for by its own name.
		const entries = Object.entries(values).map(([key, value]) => [
			key,
			isLocator(value) ? this.value(`${name}.${key}`) : value,
		]);
		return Object.fromEntries(entries) as IDataObject;
	}

	/**
	 * A file of the item, by the name of its binary property or as n8n's binary data. Throws a `Failure` when it is not
	 * there.
	 *
	 * @param label the field that the file is for
	 */
	async file(given: unknown, label: string): Promise<BinaryFile> {
		return await readFile(this.context, this.itemIndex, given, label);
	}

	/** The same file at an address of n8n, for services that fetch files. Throws a `Failure` when n8n cannot serve it. */
	servedFile(given: unknown, label: string): ServedFile {
		return serveFile(this.context, this.itemIndex, given, label);
	}

	/** The workflow's time zone, an IANA name; times without a zone are meant there. */
	get timezone(): string {
		return this.context.getTimezone();
	}

	/** The name that the editor shows for a parameter, or for a field in a collection. */
	label(name: string): string {
		return this.field(name)?.displayName ?? name;
	}

	/**
	 * The same for what a service names by the way to it: `['dndSettings', 'SMS', 'status']` is
	 * `Do Not Disturb by Channel > SMS > Status`. A service may have parts that the panel does not show, in front of a
	 * name that it does. `undefined` when the panel has no such field.
	 */
	labelAt(path: string[]): string | undefined {
		const [place] = path.flatMap((name, index) => (this.field(name) ? [index] : []));
		if (place === undefined) return undefined;
		const field = this.field(path[place] ?? '') as INodeProperties;
		// A column of a resource mapper has one value, whatever the service calls it.
		const inside = path.slice(place + 1, field.type === 'resourceMapper' ? place + 2 : undefined);
		const names = inside.map((name) => this.partLabel(field, name));
		return [field.displayName, ...names.filter((name) => name !== undefined)].join(' > ');
	}

	private partLabel(field: INodeProperties, name: string): string | undefined {
		const { schema = [] } = (field.type === 'resourceMapper' ? this.value(field.name) : {}) as {
			schema?: Array<{ id: string; displayName?: string }>;
		};
		const parts = (field.options ?? []).flatMap((option) => ('values' in option ? option.values : [option]));
		const part = [...schema.map((column) => ({ ...column, name: column.id })), ...parts].find(
			(one) => one.name === name,
		);
		if (part && 'displayName' in part && part.displayName) return part.displayName;
		return /^\d+$/.test(name) ? undefined : name;
	}

	private field(name: string): INodeProperties | undefined {
		const inCollections = this.fields.flatMap(({ type, options = [] }) =>
			type === 'collection' ? (options as INodeProperties[]) : [],
		);
		return [...this.fields, ...inCollections].find((field) => field.name === name);
	}
}

function isLocator(value: unknown): boolean {
	return typeof value === 'object' && value !== null && '__rl' in value;
}

/** Text of a parameter; a list or an object is refused, since it would be stored as "[object Object]". */
export function textOf(value: unknown, label: string): string {
	if (value === undefined || value === null) return '';
	if (typeof value === 'string') return value.trim();
	if (typeof value === 'number' || typeof value === 'boolean') return String(value);
	throw new Failure(
		`"${label}" must be text, but it is ${Array.isArray(value) ? 'a list' : 'an object'}`,
		undefined,
		{
			field: label,
		},
	);
}

/** A list from a list, or from comma-separated text; without blanks, empty entries and repetitions. */
export function listOf(value: unknown, label: string): string[] {
	const entries = Array.isArray(value) ? value : textOf(value, label).split(',');
	const texts = entries.map((entry) => textOf(entry, label)).filter((text) => text !== '');
	return [...new Set(texts)];
}
