import type { HighLevelSandbox, RecordedRequest } from '../../../../sandbox/highLevel';
import type { OperationRun } from '../../../support/highLevel';
import { runOperation } from '../../../support/highLevel';
import type { NodeRun } from '../../../support/running/runWorkflow';
import { appointment } from './appointment';
import { appointmentNote } from './appointmentNote';
import { business } from './business';
import { calendar } from './calendar';
import { campaign } from './campaign';
import { contact } from './contact';
import { customApiCall } from './customApiCall';
import { customField } from './customField';
import { customValue } from './customValue';
import type { Example, ResourceExamples } from './example';
import { location } from './location';
import { note } from './note';
import { recurringTask } from './recurringTask';
import { tag } from './tag';
import { task } from './task';
import { user } from './user';
import { workflow } from './workflow';

const BY_RESOURCE: Record<string, ResourceExamples> = {
	appointment,
	appointmentNote,
	business,
	calendar,
	campaign,
	contact,
	customApiCall,
	customField,
	customValue,
	location,
	note,
	recurringTask,
	tag,
	task,
	user,
	workflow,
};

/** `resource.operation` -> example. */
export const examples: Record<string, Example> = Object.fromEntries(
	Object.entries(BY_RESOURCE).flatMap(([resource, own]) =>
		Object.entries(own).map(([operation, example]) => [`${resource}.${operation}`, example]),
	),
);

/** Runs an example through n8n-core and says which requests it made; with the demo token unless `runs` does otherwise. */
export async function runExample(
	sandbox: HighLevelSandbox,
	id: string,
	runs: (id: string, options: OperationRun) => Promise<NodeRun> = async (_, options) =>
		await runOperation(sandbox, id, options),
): Promise<{ run: NodeRun; requests: RecordedRequest[] }> {
	const example = examples[id];
	if (!example) throw new Error(`There is no example for ${id}`);
	const item = example.prepare?.(sandbox) ?? {};
	const before = sandbox.requests.length;
	const run = await runs(id, { parameters: example.parameters, items: [item] });
	return { run, requests: sandbox.requests.slice(before) };
}
