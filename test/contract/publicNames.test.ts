import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';

import type { ICredentialType, INodeType } from 'n8n-workflow';

import { GoHighLevelOAuth2Api } from '../../credentials/GoHighLevelOAuth2Api.credentials';
import { GoHighLevelPrivateIntegrationApi } from '../../credentials/GoHighLevelPrivateIntegrationApi.credentials';
import { GoHighLevelWebhookApi } from '../../credentials/GoHighLevelWebhookApi.credentials';
import { WhatsAbleSyncApi } from '../../credentials/WhatsAbleSyncApi.credentials';
import { WhatsAbleSyncWebhookApi } from '../../credentials/WhatsAbleSyncWebhookApi.credentials';
import { WiseAgentOAuth2Api } from '../../credentials/WiseAgentOAuth2Api.credentials';
import { GoHighLevel } from '../../nodes/GoHighLevel/GoHighLevel.node.ts';
import { GoHighLevelPollTrigger } from '../../nodes/GoHighLevel/GoHighLevelPollTrigger.node.ts';
import { GoHighLevelTrigger } from '../../nodes/GoHighLevel/GoHighLevelTrigger.node.ts';
import { WhatsAble } from '../../nodes/WhatsAble/WhatsAble.node.ts';
import { WhatsAbleTrigger } from '../../nodes/WhatsAble/WhatsAbleTrigger.node.ts';
import { WiseAgent } from '../../nodes/WiseAgent/WiseAgent.node.ts';
import { WiseAgentPollTrigger } from '../../nodes/WiseAgent/WiseAgentPollTrigger.node.ts';
import { WiseAgentTrigger } from '../../nodes/WiseAgent/WiseAgentTrigger.node.ts';
import packageFile from '../../package.json';
import { credentialNames, nodeNames, parameterNames } from './publicNames/descriptions';
import { outputNames, sandboxNames, workflowNames } from './publicNames/files';
import type { PublicNames } from './publicNames/names';
import { CONSEQUENCES, missingIn, pathsIn, union } from './publicNames/names';
import { outcomeNames } from './publicNames/outcomes';
import { pollHighLevel, pollWiseAgent } from './publicNames/polls';
import type { Observed } from './publicNames/triggers';
import { receiveHighLevel, receiveWhatsAble, receiveWiseAgent, stateNames } from './publicNames/triggers';
import { EVENT_ROWS } from './triggers/envelope/bothWays';
import { writeJson } from './writeJson';

/** Set to add new names: `UPDATE_PUBLIC_NAMES=1 npm test -- publicNames`. It takes none away. */
const update = process.env.UPDATE_PUBLIC_NAMES === '1';

const FILE = resolve(__dirname, 'publicNames.json');

const CREDENTIALS: ICredentialType[] = [
	new GoHighLevelOAuth2Api(),
	new GoHighLevelPrivateIntegrationApi(),
	new GoHighLevelWebhookApi(),
	new WhatsAbleSyncApi(),
	new WhatsAbleSyncWebhookApi(),
	new WiseAgentOAuth2Api(),
];

const NODES: INodeType[] = [
	new GoHighLevel(),
	new GoHighLevelPollTrigger(),
	new GoHighLevelTrigger(),
	new WhatsAble(),
	new WhatsAbleTrigger(),
	new WiseAgent(),
	new WiseAgentPollTrigger(),
	new WiseAgentTrigger(),
];

let actual: PublicNames;
let known: PublicNames;

beforeAll(async () => {
	const triggers = await runTriggers();
	const ofTriggers = (namesOf: (one: Observed) => string[]) =>
		Object.fromEntries(Object.entries(triggers).map(([name, one]) => [name, namesOf(one)]));
	// A snapshot of names that are sorted and stand once is compared line by line.
	actual = union(
		{
			credentials: credentialNames(CREDENTIALS),
			nodes: nodeNames(NODES),
			parameters: parameterNames(NODES),
			outputs: outputNames(['GoHighLevel', 'WhatsAble', 'WiseAgent']),
			outcomes: await outcomeNames(),
			triggerEvents: eventNames(),
			triggerOutputs: ofTriggers(({ items }) => items.flatMap((item) => pathsIn(item))),
			triggerState: ofTriggers(stateNames),
			workflows: workflowNames(),
			sandbox: sandboxNames(),
		},
		{},
	);
	const stored = existsSync(FILE) ? (JSON.parse(readFileSync(FILE, 'utf8')) as PublicNames) : {};
	known = update ? union(stored, actual) : stored;
	if (update) await writeJson(FILE, known);
});

/** What items have as `event`, by system. */
function eventNames(): Record<string, string[]> {
	const names: Record<string, string[]> = {};
	for (const { system, event } of EVENT_ROWS) (names[system] ??= []).push(event);
	return names;
}

async function runTriggers(): Promise<Record<string, Observed>> {
	return {
		goHighLevelTrigger: await receiveHighLevel(),
		'goHighLevelPollTrigger all': await pollHighLevel('all'),
		'goHighLevelPollTrigger changedContacts': await pollHighLevel('changedContacts'),
		wiseAgentTrigger: await receiveWiseAgent(),
		wiseAgentPollTrigger: await pollWiseAgent(),
		whatsAbleTrigger: await receiveWhatsAble(),
	};
}

test('every node and every credential of the package is in the snapshot', () => {
	const { nodes, credentials } = packageFile.n8n;
	expect([NODES.length, CREDENTIALS.length]).toEqual([nodes.length, credentials.length]);
});

test('nothing that data of users rest on has disappeared', () => {
	const gone = missingIn(known, actual).map((name) => `${name} (${consequenceOf(name)})`);
	expect(gone).toEqual([]);
});

test('what is new is in the snapshot, so that it cannot disappear later', () => {
	expect({
		unlisted: missingIn(actual, known),
		advice: 'Add them with UPDATE_PUBLIC_NAMES=1 npm test -- publicNames',
	}).toMatchObject({ unlisted: [] });
});

function consequenceOf(name: string): string | undefined {
	return CONSEQUENCES[name.split(':')[0] ?? ''];
}
