import { ownValue } from '../values/ownValue';
import type {
	IDataObject,
	IExecuteFunctions,
	IHookFunctions,
	INodeProperties,
	INodePropertyOptions,
	IPollFunctions,
	IWebhookFunctions,
	NodeParameterValueType,
} from 'n8n-workflow';

import { Failure } from '../failure';
import type { BinaryFile, ServedFile } from '../values/files';
import { readFile, serveFile } from '../values/files';
import { idIn } from '../editor/locator';
import { amountIn } from '../values/amounts';
import { propertyAt, readAs } from '../values/reading';
import { isEmpty, textOf } from '../values/texts';
import { yesNoOf } from '../values/yesNo';

/** Reads the settings of a trigger, which belong to no item, as their fields are declared. */
export function settingReader(
	context: IHookFunctions | IPollFunctions | IWebhookFunctions,
	fields: INodeProperties[],
): (name: string, fallback?: unknown) => unknown {
	return (name, fallback) => {
		const field = propertyAt(fields, name);
		// For a field that is not shown, n8n throws when it is asked for the value in a locator.
		const extractValue = (field?.type ?? 'resourceLocator') === 'resourceLocator';
		const value: unknown = context.getNodeParameter(name, fallback as NodeParameterValueType, {
			extractValue,
		});
		return readAs(field, isEmpty(value) ? fallback : value) ?? fallback;
	};
}

/** The editor parameters of one item, read with the type that an operation needs. */
export class Params {
	constructor(
		private readonly context: IExecuteFunctions,
		private readonly itemIndex: number,
		private readonly fields: INodeProperties[] = [],
	) {}

	/**
	 * The value, read as its field is declared: an expression may give "Yes" for a switch. `undefined` when the parameter
	 * is not there. Throws a `Failure` for a value that the field cannot have.
	 */
	value(name: string): unknown {
		const field = propertyAt(this.fields, name);
		const given = this.unread(name);
		const value = readAs(field, given);
		if (field?.type === 'options' && value !== given && this.shows(name)) throw otherForm(field, given);
		return typeof value === 'string' && field?.type === 'resourceLocator' ? idIn(value, field) : value;
	}

	/** Whether other fields of the panel are shown for some of its values only. */
	private shows(name: string): boolean {
		return this.fields.some(({ displayOptions }) => ownValue(displayOptions?.show, name) !== undefined);
	}

	private unread(name: string): unknown {
		// n8n leaves out a default whose field is shown by the value of another, as long as that is an expression.
		const { default: fallback, type = 'resourceLocator' } = propertyAt(this.fields, name) ?? {};
		const extractValue = type === 'resourceLocator';
		return this.context.getNodeParameter(name, this.itemIndex, fallback, { extractValue });
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

	/** Yes or no; what the field is by default when an expression gives nothing. */
	boolean(name: string): boolean {
		const given = yesNoOf(this.value(name), this.label(name));
		return given ?? propertyAt(this.fields, name)?.default === true;
	}

	/** A whole number of at least 1. */
	count(name: string): number {
		const value = amountIn(this.unread(name), this.label(name));
		if (typeof value !== 'number' || !Number.isInteger(value) || value < 1) {
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
		return readAs(propertyAt(this.fields, name), Object.fromEntries(entries)) as IDataObject;
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

	/**
	 * Where n8n receives webhooks, with a slash at the end; `undefined` where n8n does not tell. The address of a waiting
	 * execution is made from it.
	 */
	get n8nUrl(): string | undefined {
		const waiting = this.context.evaluateExpression('{{ $execution.resumeUrl }}', this.itemIndex);
		if (typeof waiting !== 'string' || !URL.canParse(waiting)) return undefined;
		const { origin, pathname } = new URL(waiting);
		// Behind the address of n8n come the endpoint and the execution.
		return `${origin}${pathname.split('/').slice(0, -2).join('/')}/`;
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
		return fieldNamed(name, this.fields);
	}
}

/** n8n would hide the fields that belong to the choice, and what stands in them would be left out. */
function otherForm({ displayName, name, options = [] }: INodeProperties, given: unknown): Failure {
	const values = (options as INodePropertyOptions[]).map(({ value }) => String(value));
	return new Failure(
		`"${displayName}" must be exactly one of its values, but it is ${String(given).slice(0, 40)}`,
		`Other fields depend on it. Use one of: ${values.join(', ')}.`,
		{ field: name },
	);
}

/** Of the fields, or else of those in their collections. */
function fieldNamed(name: string, fields: INodeProperties[]): INodeProperties | undefined {
	if (fields.length === 0) return undefined;
	const inCollections = fields.flatMap(({ type, options = [] }) =>
		type === 'collection' ? (options as INodeProperties[]) : [],
	);
	return fields.find((field) => field.name === name) ?? fieldNamed(name, inCollections);
}

function isLocator(value: unknown): boolean {
	return typeof value === 'object' && value !== null && '__rl' in value;
}
