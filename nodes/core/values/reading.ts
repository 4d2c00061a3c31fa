import type {
	IDataObject,
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
} from 'n8n-workflow';

import { amountOf } from './amounts';
import { choiceOf, choicesOf } from './choices';
import { isObject } from './objects';
import { idOf, isEmpty, lineOf, trimmed } from './texts';
import { yesNoOf } from './yesNo';

/**
 * A value as the editor declares its field: a switch as a boolean, a number as a number, one of fixed options as that
 * option, and text without the characters that nobody sees. An expression may give any of them in other spellings.
 * What is empty stays empty; dates are read where they are used, since they need a zone. Throws a `Failure` for a value
 * that its field cannot have.
 */
export function readAs(property: INodeProperties | undefined, value: unknown): unknown {
	if (!property) return value;
	const { type, displayName: label } = property;
	switch (type) {
		case 'boolean':
			return yesNoOf(value, label);
		case 'number':
			return isEmpty(value) ? value : amountOf(value, label);
		case 'options':
			return isEmpty(value) ? value : optionOf(property, value);
		case 'multiOptions':
			return isEmpty(value) || !hasFixedOptions(property)
				? value
				: choicesOf(value, choicesIn(property), label);
		case 'resourceLocator':
			return typeof value === 'string' ? locatorText(property, value) : value;
		case 'string':
			return typeof value === 'string' ? stringOf(property, value) : value;
		case 'collection':
			return isObject(value) ? readCollection(property.options as INodeProperties[], value) : value;
		case 'fixedCollection':
			return isObject(value) ? readGroups(property.options as INodePropertyCollection[], value) : value;
		default:
			return value;
	}
}

/** The property at a path such as `filters` or `filters.contactId`. */
export function propertyAt(properties: INodeProperties[], path: string): INodeProperties | undefined {
	const [name, ...rest] = path.split('.');
	const property = properties.find((one) => one.name === name);
	if (rest.length === 0 || !property) return property;
	return property.type === 'collection'
		? propertyAt(property.options as INodeProperties[], rest.join('.'))
		: undefined;
}

function optionOf(property: INodeProperties, value: unknown): unknown {
	if (hasFixedOptions(property)) return choiceOf(value, choicesIn(property), property.displayName);
	return typeof value === 'string' ? idOf(value) : value;
}

function hasFixedOptions({ options = [], typeOptions }: INodeProperties): boolean {
	return options.length > 0 && typeOptions?.loadOptionsMethod === undefined;
}

function choicesIn({ options = [] }: INodeProperties): INodePropertyOptions[] {
	return options as INodePropertyOptions[];
}

/** A record that is chosen by its name keeps the blanks of the name. */
function locatorText({ modes = [] }: INodeProperties, value: string): string {
	return modes.some(({ name }) => name === 'id') ? idOf(value) : lineOf(value);
}

/** Names that tell of an email or an id: `email`, `AgentEmail`, `searchId`, `AgentID`. */
const OF_ONE_WORD = /[eE]mail$|I[dD]$/;

function stringOf({ name }: INodeProperties, value: string): string {
	return OF_ONE_WORD.test(name) ? idOf(value) : trimmed(value);
}

function readCollection(properties: INodeProperties[], values: IDataObject): IDataObject {
	return Object.fromEntries(
		Object.entries(values).map(([name, value]) => [
			name,
			readAs(
				properties.find((one) => one.name === name),
				value,
			) as IDataObject[string],
		]),
	);
}

function readGroups(groups: INodePropertyCollection[], values: IDataObject): IDataObject {
	return Object.fromEntries(
		Object.entries(values).map(([name, value]) => {
			const properties = groups.find((one) => one.name === name)?.values ?? [];
			const read = (entry: unknown) => (isObject(entry) ? readCollection(properties, entry) : entry);
			return [name, (Array.isArray(value) ? value.map(read) : read(value)) as IDataObject[string]];
		}),
	);
}
