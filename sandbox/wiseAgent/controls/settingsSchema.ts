import type { JsonSchema } from '../../shared/jsonSchema';
import { closedObject, count, flag } from '../../shared/jsonSchema';
import type { SandboxSettings } from '../options';
import type { WebhookSettings } from '../webhooks/settings';

const oneOf = (...values: Array<string | number>): JsonSchema => ({ enum: values });

const webhooks: Record<keyof WebhookSettings, JsonSchema> = {
	baseDelayMs: count(0),
	timeoutMs: count(1),
	maxRetries: count(0, 100),
	duplicates: flag,
	outOfOrder: flag,
	groups: flag,
	specificTypes: flag,
};

const settings: Record<keyof SandboxSettings, JsonSchema> = {
	latencyMs: count(0),
	accessTokenLifetimeS: count(1),
	rotateRefreshTokens: flag,
	refreshGraceMs: count(0),
	refreshNeedsClient: flag,
	permissionDeniedStatus: oneOf(200, 401, 403),
	missingScopeStatus: oneOf(200, 401, 403),
	rawControlCharacters: flag,
	contentType: oneOf('application/json', 'text/html'),
	strictVerbs: flag,
	mergedContact: oneOf('notFound', 'survivor'),
	contactOrder: oneOf('id', 'updated'),
	editCustomDataVerb: oneOf('both', 'PUT', 'DELETE'),
	deleteRequestType: oneOf('both', 'own', 'webhooks'),
	homePhoneName: oneOf('both', 'HomePhone', 'HomePhome'),
	emptyClearsField: flag,
	plannerScope: oneOf('both', 'calendar', 'planner'),
	timeZone: oneOf('America/Phoenix', 'UTC'),
	webhooks: closedObject(webhooks),
};

export const settingsBody = closedObject(settings);
