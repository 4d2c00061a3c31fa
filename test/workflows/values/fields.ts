import type {
	IDataObject,
	INodeProperties,
	INodePropertyCollection,
	INodePropertyOptions,
} from 'n8n-workflow';

/** A field that an expression can reach, wherever it stands in the form of an operation. */
export interface Field {
	property: INodeProperties;
	/** Names from the outermost collection to the field itself. */
	path: string[];
	/** The properties along the path. */
	along: Array<INodeProperties | INodePropertyCollection>;
}

/** Every field of a form, those in collections included. */
export function fieldsIn(
	properties: INodeProperties[],
	path: string[] = [],
	along: Field['along'] = [],
): Field[] {
	return properties.flatMap((property) => {
		const here = { path: [...path, property.name], along: [...along, property] };
		if (property.type === 'collection') {
			return fieldsIn(property.options as INodeProperties[], here.path, here.along);
		}
		if (property.type === 'fixedCollection') {
			return (property.options as INodePropertyCollection[]).flatMap((group) =>
				fieldsIn(group.values, [...here.path, group.name], [...here.along, group]),
			);
		}
		return property.noDataExpression ? [] : [{ property, ...here }];
	});
}

/** The parameters of an operation with another value in one of its fields, and with what lets the form show it. */
export function withValue(parameters: IDataObject, field: Field, value: unknown): IDataObject {
	const { path, along, property } = field;
	const shown = path.length === 1 ? showing(property, parameters) : {};
	const outer = along[0] as INodeProperties;
	return {
		...parameters,
		...Object.assign({}, ...along.slice(1).map((inner) => showingFromRoot(inner, parameters))),
		...showing(outer, parameters),
		...shown,
		...put(parameters, path, along, inWidget(property, value)),
	};
}

function put(values: IDataObject, path: string[], along: Field['along'], value: unknown): IDataObject {
	const [name = '', ...rest] = path;
	const [here, ...inner] = along;
	if (rest.length === 0) return { [name]: value as IDataObject[string] };
	const current = values[name];
	if (here && 'values' in here) {
		// A group of a fixed collection, which may be there several times: the first is taken.
		const [first, ...others] = [current ?? defaultsOf(here.values)].flat() as IDataObject[];
		const changed = { ...first, ...put(first ?? {}, rest, inner, value) };
		return { [name]: Array.isArray(current) ? [changed, ...others] : changed };
	}
	const isSeveral = (here as INodeProperties).typeOptions?.multipleValues === true;
	const group = rest[0] ?? '';
	const held = { ...((current ?? {}) as IDataObject) };
	if (isSeveral && held[group] === undefined) {
		const groupOf = (here as INodeProperties).options?.find((one) => one.name === group);
		held[group] = [defaultsOf((groupOf as INodePropertyCollection).values)];
	}
	return { [name]: { ...held, ...put(held, rest, inner, value) } };
}

function defaultsOf(properties: INodeProperties[]): IDataObject {
	return Object.fromEntries(properties.map(({ name, default: value }) => [name, value])) as IDataObject;
}

function showing({ displayOptions }: INodeProperties, parameters: IDataObject): IDataObject {
	const conditions = Object.entries(displayOptions?.show ?? {}).filter(
		([name, values]) =>
			!['resource', 'operation'].includes(name) && !(values as unknown[]).includes(parameters[name]),
	);
	return Object.fromEntries(conditions.map(([name, values]) => [name, values?.[0]])) as IDataObject;
}

/** What lets the form show a field in a collection by a parameter outside of it, which n8n names with a slash. */
function showingFromRoot(
	field: INodeProperties | INodePropertyCollection,
	parameters: IDataObject,
): IDataObject {
	const { show = {} } = ('displayOptions' in field && field.displayOptions) || {};
	const conditions = Object.entries(show).filter(([name]) => name.startsWith('/'));
	const displayOptions = {
		show: Object.fromEntries(conditions.map(([name, values]) => [name.slice(1), values])),
	};
	return showing({ ...(field as INodeProperties), displayOptions }, parameters);
}

function inWidget({ type, modes = [] }: INodeProperties, value: unknown): unknown {
	if (type !== 'resourceLocator') return value;
	const mode = modes.find(({ name }) => name !== 'list')?.name;
	return { __rl: true, mode, value };
}

export function optionsIn({ options = [], typeOptions }: INodeProperties): INodePropertyOptions[] {
	return typeOptions?.loadOptionsMethod ? [] : (options as INodePropertyOptions[]);
}
