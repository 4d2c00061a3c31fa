import type { INodeProperties, NodeHint } from 'n8n-workflow';

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

/** What there is not, and how to get it. @param service "HighLevel" */
export function noSample(service: string, { sample }: Pick<SampledEvent, 'sample'>): string {
	return `${service} has no ${sample.of} that fits the filters. ${sample.make}.`;
}

/**
 * Hints of the editor beside the output, one for each chosen event that is not in it: of an event without a record, a
 * test step cannot show anything. (A poll has no other way to say something beside its items: n8n takes hints of a run
 * from `execute` only.) What polls of the active workflow have returned is shown in the same place, so the text is true
 * of it, too.
 */
export function sampleHints(service: string, events: SampledEvent[]): NodeHint[] {
	return events.map(({ name, value, sample }) => ({
		message: `<b>${name}</b> is not in this output. In a test step, this means: ${noSample(service, { sample })}`,
		type: 'info',
		location: 'outputPane',
		whenToDisplay: 'afterExecution',
		displayCondition: `={{ $parameter["events"].includes("${value}") && ${isMissing(value)} }}`,
		group: { key: 'noSample', summary: '{count} of the chosen events are not in this output' },
	}));
}

/** In the pane of a node's output, n8n takes that for its input. Before there is any, it throws when asked for it. */
function isMissing(event: string): string {
	const search = `!$input.all().some((item) => (item.json ?? item).event === "${event}")`;
	return `(() => { try { return ${search}; } catch (error) { return false; } })()`;
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
