import type { IDataObject, IHookFunctions } from 'n8n-workflow';

import { Failure } from '../../../core/failure';
import { activationErrorOf } from '../../../core/operation/nodeError';
import { openAccess } from '../../api/access/openAccess';
import type { Question, WebhookEvent } from './payloads/webhookEvent';
import { ALL_EVENTS, webhookEvent } from './payloads/events';
import { questionsOf } from './filters';
import type { AppSettings } from './settings';
import { appSettingsOf, sourceOf } from './settings';
import type { SharedSecret } from './sharedSecret';
import { problemOf } from './sharedSecret';

/** Refuses to activate a workflow whose settings cannot work, and says what to do. */
export async function checkSettings(context: IHookFunctions): Promise<void> {
	try {
		if (sourceOf(context) === 'workflow') await checkSecret(context);
		else await checkApp(context);
	} catch (error) {
		throw activationErrorOf(context.getNode(), error, context.getActivationMode());
	}
}

async function checkSecret(context: IHookFunctions): Promise<void> {
	const shared = await context.getCredentials<SharedSecret & IDataObject>('goHighLevelWebhookApi');
	const problem = problemOf(shared);
	if (problem !== undefined) {
		throw new Failure('The shared secret of the credential cannot be used', problem, { field: 'secret' });
	}
}

async function checkApp(context: IHookFunctions): Promise<void> {
	const settings = appSettingsOf(context);
	if (settings.events.size === 0) {
		throw new Failure('No event is chosen', 'Choose at least one under "Events", or "All Events".');
	}
	checkOptions(settings);
	for (const question of questionsOf(settings.filters)) checkFilter(question, settings);
	// Nothing is sent: this reads the credential.
	if (settings.completeRecord) await openAccess(context, '', true);
}

function checkOptions({ keys, maxAgeMs }: AppSettings): void {
	if (!keys.publicKey) throw noKey('Public Key', 'an Ed25519 key');
	if ('legacyPublicKey' in keys && !keys.legacyPublicKey) throw noKey('Legacy Public Key', 'an RSA key');
	if (maxAgeMs !== undefined && !(maxAgeMs > 0)) {
		throw new Failure(
			'"Maximum Age" must be a number of minutes above 0',
			'Correct it, or remove the option.',
		);
	}
}

function noKey(option: string, kind: string): Failure {
	return new Failure(
		`"${option}" is not the public part of ${kind}`,
		"Paste the whole key, from BEGIN PUBLIC KEY to END PUBLIC KEY, or remove the option to use HighLevel's.",
	);
}

const FILTERS: Record<Question, string> = { tags: 'Tags', assignedTo: 'Assigned Users' };

/** A filter that an event cannot answer would let nothing through, and nobody would know why. */
function checkFilter(question: Question, { events, completeRecord }: AppSettings): void {
	const filter = FILTERS[question];
	const all = events.has(ALL_EVENTS);
	const unanswered = all ? [] : [...events].map(webhookEvent).filter(cannotAnswer(question));
	const never = unanswered.find(({ contactId }) => contactId.length === 0);
	if (never) {
		throw new Failure(
			`The filter "${filter}" can never let "${never.name}" through: it belongs to no contact`,
			'Take the event out of "Events", or give it a trigger of its own without the filter.',
		);
	}
	const event = all ? 'All Events' : unanswered[0]?.name;
	if (event === undefined || completeRecord) return;
	throw new Failure(
		`The filter "${filter}" needs more than HighLevel sends with "${event}"`,
		'Switch on "Complete Record": the contact is read then. Or take the event out, or the filter.',
	);
}

function cannotAnswer(question: Question): (event: WebhookEvent | undefined) => event is WebhookEvent {
	return (event): event is WebhookEvent => event !== undefined && !event.tells.includes(question);
}
