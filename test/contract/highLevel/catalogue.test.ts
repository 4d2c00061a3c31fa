import Ajv from 'ajv';
import type { IDataObject } from 'n8n-workflow';

import { catalogue } from '../../../nodes/GoHighLevel/actions';
import type { Request } from '../../../nodes/core/operation/request';
import type { HighLevelSandbox, RecordedRequest } from '../../../sandbox/highLevel';
import { startSandbox } from '../../support/highLevel';
import { runExample } from '../../cases/highLevel';
import type { Json, SpecifiedOperation } from './specification';
import {
	hasSpecification,
	operationFor,
	sayThatSpecificationIsMissing,
	specifiedForNode,
} from './specification';

/** Where the specification is known to be wrong or silent about a request, and why. */
const KNOWN_GAPS: Array<{ request: RegExp; error: RegExp; reason: string }> = [
	{
		request: /^POST \/contacts\/search$/,
		error: /unspecified property/,
		reason: 'The schema of the search body is empty; the grammar is on a page that it links to',
	},
	{
		request: /^POST \/objects\/[^/]+\/records\/search$/,
		error: /unspecified property sort/,
		reason: 'The schema has no order; the guide that it links to has one',
	},
	{
		request: /^POST \/opportunities\/upsert$/,
		error: /unspecified property contactId/,
		reason:
			'Without it, no opportunity could be created; earlier specifications had it in place of the followers, whose description is still "contactId", and public clients send it',
	},
	{
		request: /^POST \/conversations\/messages$/,
		error: /must have required property '(subType|status)'/,
		reason:
			'Neither its examples nor public clients have them; the status of a message is for HighLevel to say',
	},
	{
		request: /^POST \/conversations\/messages\/inbound$/,
		error: /direction must be object/,
		reason: 'The schema says an object, and shows the two texts that it may be',
	},
	{
		request: /^GET \/conversations\/messages\/email\/|^DELETE \/conversations\/messages\/email\//,
		error: /^Version 2021-04-15 instead of $/,
		reason: 'The specification names no version for these two alone; they get that of their area',
	},
];

const operations = Object.entries(catalogue).flatMap(([resource, { operations: own }]) =>
	Object.entries(own).map(([name, operation]) => ({ id: `${resource}.${name}`, operation })),
);

let sandbox: HighLevelSandbox;

beforeAll(async () => {
	sandbox = await startSandbox();
});

afterAll(async () => {
	await sandbox.close();
});

describe('requests against the official specification', () => {
	if (!hasSpecification) {
		test('is skipped where the specification is not at hand', sayThatSpecificationIsMissing);
		return;
	}
	const specified = specifiedForNode();

	test.each(operations)(
		'$id sends only what HighLevel documents, with the right Version and scopes',
		async ({ id, operation }) => {
			sandbox.reset();
			const { run, requests } = await runExample(sandbox, id);
			expect(run.error).toBeUndefined();
			expect(requests.length).toBeGreaterThan(0);
			const findings = requests.flatMap((request) => check(request, scopesNamed(operation), specified));
			expect(findings).toEqual([]);
		},
	);
});

/** Scopes of all requests that an operation names, also of those that it works without. */
function scopesNamed({ requests }: { requests: readonly Request[] }): string[] {
	return requests.flatMap(({ scopes, further }) => [...scopes, ...scopesNamed({ requests: further })]);
}

function check(request: RecordedRequest, scopes: string[], specified: SpecifiedOperation[]): string[] {
	const name = `${request.method} ${request.path}`;
	const operation = operationFor(specified, request.method, request.path);
	if (!operation) return [`${name}: not in the specification`];
	const problems = [
		...versionProblems(request, operation),
		...scopeProblems(operation, scopes),
		...queryProblems(request, operation),
		...bodyProblems(request, operation),
	];
	return problems
		.filter((problem) => !KNOWN_GAPS.some((gap) => gap.request.test(name) && gap.error.test(problem)))
		.map((problem) => `${name}: ${problem}`);
}

function versionProblems({ version }: RecordedRequest, { versions }: SpecifiedOperation): string[] {
	return version && versions.includes(version)
		? []
		: [`Version ${version} instead of ${versions.join(' or ')}`];
}

function scopeProblems(operation: SpecifiedOperation, scopes: string[]): string[] {
	// A call of any endpoint declares none.
	if (scopes.length === 0) return [];
	return operation.scopes
		.filter((scope) => !scopes.includes(scope))
		.map((scope) => `needs scope ${scope}, which the operation does not declare`);
}

function queryProblems({ query }: RecordedRequest, { parameters }: SpecifiedOperation): string[] {
	const known = parameters.filter(({ in: place }) => place === 'query');
	const missing = known.filter(({ name, required }) => required && query[name] === undefined);
	const unknown = Object.keys(query).filter((name) => !known.some((parameter) => parameter.name === name));
	return [
		...missing.map(({ name }) => `query lacks ${name}`),
		...unknown.map((name) => `query has the unspecified property ${name}`),
	];
}

const ajv = new Ajv({ strict: false, allErrors: true, allowUnionTypes: true });

function bodyProblems({ body, method }: RecordedRequest, operation: SpecifiedOperation): string[] {
	if (operation.body === undefined) {
		const empty = body === undefined || body === null || Object.keys(body as object).length === 0;
		return empty || method === 'GET' ? [] : ['has a body, and none is specified'];
	}
	const validate = ajv.compile(strictly(operation.body));
	if (validate(body)) return [];
	return (validate.errors ?? []).map(({ instancePath, message, keyword, params }) =>
		keyword === 'additionalProperties'
			? `body${instancePath} has the unspecified property ${(params as IDataObject).additionalProperty as string}`
			: `body${instancePath} ${message}`,
	);
}

/**
 * The schema as HighLevel really means it: unknown properties are refused (422 "should not exist"), and a number or
 * a date is written as `type: object` in the files, which the examples beside it contradict.
 */
function strictly(schema: unknown): Json {
	if (Array.isArray(schema)) return schema.map(strictly) as unknown as Json;
	if (typeof schema !== 'object' || schema === null) return schema as unknown as Json;
	const copy = Object.fromEntries(
		Object.entries(schema).map(([key, value]) => [key, strictly(value)]),
	) as Json;
	if (copy.type === 'object' && copy.example !== undefined && typeof copy.example !== 'object') {
		copy.type = typeof copy.example;
	}
	if (copy.type === 'object' && copy.properties && copy.additionalProperties === undefined) {
		copy.additionalProperties = false;
	}
	return copy;
}
