import type { IDataObject, INodeProperties, NodeHint } from 'n8n-workflow';

import { Failure } from '../failure';

/** What there is none of, where a test step has nothing to show of an event. */
export interface Lack {
	/** Without an article: "note". */
	of: string;
	/** How to get one, as an instruction: "Add a note to a contact". */
	make: string;
}

/** An event that has no sample. */
export interface EventLack {
	/** As the panel shows it. */
	name: string;
	lack: Lack;
}

/**
 * The events that have no sample, in their order.
 *
 * @param events those that are chosen
 * @param samples each with its `event`
 * @param lackOf what an event lacks then
 */
export function lackingOf(
	events: Array<{ name: string; value: string }>,
	samples: Array<{ event?: unknown }>,
	lackOf: (event: string) => Lack | undefined,
): EventLack[] {
	const shown = new Set(samples.map(({ event }) => event));
	return events
		.filter(({ value }) => !shown.has(value))
		.map(({ name, value }) => ({ name, lack: lackOf(value) ?? { of: 'record', make: 'Create one' } }));
}

/** A test step without any sample. @param service "HighLevel" */
export function noSamples(service: string, lacking: EventLack[]): Failure {
	const texts = new Set(lacking.map(({ lack }) => inWords(service, lack)));
	return new Failure(
		`${service} has no record yet that fits the chosen events and filters`,
		`${[...texts].join(' ')} Or activate the workflow: it starts when one comes.`,
	);
}

/**
 * The items of a test step, of which the first one says as `noSample` which of the chosen events have no sample. (A poll
 * can say nothing beside its items: n8n takes hints of a run from `execute` only.)
 */
export function withLacks(service: string, items: IDataObject[], lacking: EventLack[]): IDataObject[] {
	const [first, ...others] = items;
	if (first === undefined || lacking.length === 0) return items;
	const noSample = lacking.map(({ name, lack }) => `${name}: ${inWords(service, lack)}`);
	return [{ noSample, ...first }, ...others];
}

function inWords(service: string, { of, make }: Lack): string {
	return `${service} has no ${of} that fits the filters. ${make} to see one.`;
}

/** Hints for what has to be filled in before the button for a test step can be used, which does not say so itself. */
export function requiredHints(fields: INodeProperties[]): NodeHint[] {
	return fields
		.filter(({ required }) => required === true)
		.map(({ displayName, name, displayOptions = {} }) => ({
			message: `To fetch a test event, fill in <b>${displayName}</b>.`,
			type: 'info',
			location: 'outputPane',
			whenToDisplay: 'beforeExecution',
			displayCondition: `={{ ${[...Object.entries(displayOptions.show ?? {}).map(isOneOf), isEmpty(name)].join(' && ')} }}`,
		}));
}

function isOneOf([name, values = []]: [string, unknown[] | undefined]): string {
	return `[].concat($parameter["${name}"]).some((one) => ${JSON.stringify(values)}.includes(one))`;
}

/** Of a list of options, a text, or a record that is chosen. */
function isEmpty(name: string): string {
	const value = `$parameter["${name}"]`;
	return `["", undefined, 0].includes(${value}?.value ?? ${value}?.length)`;
}
