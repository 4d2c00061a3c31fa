import type { RecordedRequest, WiseAgentSandbox } from '../../../../sandbox/wiseAgent';
import type { NodeRun } from '../../../support/running/runWorkflow';
import type { WiseAgentRun } from '../../../support/wiseAgent';
import { runWiseAgent } from '../../../support/wiseAgent';
import { call } from './call';
import { contact } from './contact';
import type { Example, ResourceExamples } from './example';
import { note } from './note';
import { calendar, category, pipeline, program, source, team, user, vendor } from './others';
import { property } from './property';
import { task } from './task';

const BY_RESOURCE: Record<string, ResourceExamples> = {
	calendar,
	call,
	category,
	contact,
	note,
	pipeline,
	program,
	property,
	source,
	task,
	team,
	user,
	vendor,
};

/** `resource.operation` -> example. */
export const examples: Record<string, Example> = Object.fromEntries(
	Object.entries(BY_RESOURCE).flatMap(([resource, own]) =>
		Object.entries(own).map(([operation, example]) => [`${resource}.${operation}`, example]),
	),
);

/** Runs an example through n8n-core and says which requests it made. */
export async function runExample(
	sandbox: WiseAgentSandbox,
	id: string,
	{ parameters, ...options }: WiseAgentRun = {},
): Promise<{ run: NodeRun; requests: RecordedRequest[] }> {
	const example = examples[id];
	if (!example) throw new Error(`There is no example for ${id}`);
	const item = example.prepare?.(sandbox) ?? {};
	const before = sandbox.requests.length;
	const run = await runWiseAgent(sandbox, id, {
		...options,
		parameters: { ...example.parameters, ...parameters },
		items: [item],
	});
	return { run, requests: sandbox.requests.slice(before) };
}
