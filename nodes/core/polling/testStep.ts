import type { IDataObject, INodeProperties, NodeHint } from 'n8n-workflow';

import { Failure } from '../failure';

/** An event of a poll trigger, and what a test step needs to show it. */
export interface SampledEvent {
	/** As the panel shows it. */
	name: string;
	/** What items have as `event`. */
	value: string;
	sample: {
		/** Of what there is none where there is nothing to show, without an article: "note". */
		of: string;
		/** How to get one, as an instruction: "Add a note to a contact". */
		make: string;
	};
}

/**
 * What a test step returns: the samples, and in the first one as `noSample` which of the chosen events have none, and how
 * to get one. (A poll can say nothing beside its items: n8n takes hints of a run from `execute` only.) Throws a `Failure`
 * that says so where there are no samples.
 *
 * @param events those that are chosen, in the order of the panel
 * @param samples items, each with its `event`
 */
export function shownSamples<Sample extends IDataObject & { event: string }>(
	service: string,
	events: SampledEvent[],
	samples: Sample[],
): IDataObject[] {
	const shown = new Set(samples.map(({ event }) => event));
	const lacking = events.filter(({ value }) => !shown.has(value));
	const [first, ...others] = samples;
	if (first === undefined) {
		const texts = new Set(lacking.map((event) => lackOf(service, event)));
		throw new Failure(
			`${service} has no record yet that fits the chosen events and filters`,
			`${[...texts].join(' ')} Or activate the workflow: it starts when one comes.`,
		);
	}
	if (lacking.length === 0) return samples;
	const { event, ...record } = first;
	const noSample = lacking.map((one) => `${one.name}: ${lackOf(service, one)}`);
	return [{ event, noSample, ...record }, ...others];
}

function lackOf(service: string, { sample }: SampledEvent): string {
	return `${service} has no ${sample.of} that fits the filters. ${sample.make} to see one.`;
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
