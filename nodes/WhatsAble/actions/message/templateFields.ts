import type { IDataObject, INodeProperties } from 'n8n-workflow';
import { jsonParse } from 'n8n-workflow';

import { Failure } from '../../../core/failure';
import type { OperationInput } from '../../../core/operation/operation';
import { ownValue } from '../../../core/values/ownValue';
import type { Params } from '../../../core/operation/params';
import { isEmpty, textOf } from '../../../core/values/texts';
import type { WhatsAbleClient } from '../../api/client';
import { mediaUrl } from '../../api/records/media';
import { findTemplate } from '../../api/records/templates';
import type { TemplateVariable } from '../../api/records/templateVariables';
import type { FilledTemplate } from '../../api/records/messages';
import { flattened, variablesOf } from '../../api/records/templateVariables';
import { templateLocator } from '../../pickers/locators';

const variablesInput: INodeProperties = {
	displayName: 'Variables Input',
	name: 'variablesInput',
	type: 'options',
	options: [
		{
			name: 'Fill In Each Variable',
			value: 'fields',
			description: 'One field for each variable of the template that is chosen',
		},
		{
			name: 'Using JSON',
			value: 'json',
			description: 'For a template that an expression or an AI agent chooses',
		},
	],
	default: 'fields',
	description: 'How the variables of the template are filled in',
};

/** Source: Meta's error 132018, which WhatsApp reports only after the message was accepted. */
const FLATTENED =
	'WhatsApp does not take line breaks, tabs or more than four spaces in a row: the node replaces them with one space, and names the variables in flattenedVariables';

const variables: INodeProperties = {
	displayName: 'Variables',
	name: 'variables',
	type: 'resourceMapper',
	noDataExpression: true,
	default: { mappingMode: 'defineBelow', value: null },
	description: `Values of the variables of the template. ${FLATTENED}.`,
	displayOptions: { show: { variablesInput: ['fields'] } },
	typeOptions: {
		loadOptionsDependsOn: ['templateId.value'],
		resourceMapper: {
			resourceMapperMethod: 'templateVariables',
			mode: 'add',
			valuesLabel: 'Variables',
			fieldWords: { singular: 'variable', plural: 'variables' },
			addAllFields: true,
			supportAutoMap: false,
			multiKeyMatch: false,
		},
	},
};

const variablesJson: INodeProperties = {
	displayName: 'Variables (JSON)',
	name: 'variablesJson',
	type: 'json',
	default: '{}',
	displayOptions: { show: { variablesInput: ['json'] } },
	description: `An object by the names of the variables: body1, body2, … for the text, header1 for a text in the header, media for the public URL of its file, visit_website for the end of a link. Or a list of the texts of the body in their order. ${FLATTENED}.`,
};

/** A template and what it is filled in with. */
export const templateFields: INodeProperties[] = [templateLocator, variablesInput, variables, variablesJson];

/**
 * The template that the item names, with its variables. Throws a `Failure` when there is no such template, when a
 * variable is missing, or when one is given that the template does not have. Values are sent without line breaks, tabs
 * and more than four spaces in a row: WhatsApp accepts such a message, and does not deliver it.
 */
export async function templateOf({ api, params }: OperationInput<WhatsAbleClient>): Promise<FilledTemplate> {
	const template = await findTemplate(api, params.id('templateId'));
	const wanted = variablesOf(template);
	const given = givenVariables(params);
	const unknown = Object.keys(given).filter((key) => !wanted.some((variable) => variable.key === key));
	if (unknown.length > 0) throw notInTemplate(template.name, unknown, wanted);
	const texts = wanted.map(({ key, label }) => ({ key, label, text: textOf(ownValue(given, key), label) }));
	const missing = texts.filter(({ text }) => flattened(text) === '');
	if (missing.length > 0) throw missingIn(template.name, missing);
	const variables = texts.map(({ key, label, text }) => [key, valueOf(key, text, label)]);
	return {
		templateId: template.template_id,
		variables: Object.fromEntries(variables) as Record<string, string>,
		flattenedVariables: texts.filter(({ key, text }) => isFlattened(key, text)).map(({ key }) => key),
	};
}

/** What is not filled in is taken for not given. */
function givenVariables(params: Params): IDataObject {
	const given = params.text('variablesInput') === 'json' ? fromJson(params) : (mapperOf(params).value ?? {});
	return Object.fromEntries(Object.entries(given).filter(([, value]) => !isEmpty(value))) as IDataObject;
}

function mapperOf(params: Params): { value?: IDataObject | null } {
	return (params.value('variables') ?? {}) as { value?: IDataObject | null };
}

const NOT_JSON = Symbol('not JSON');

function fromJson(params: Params): IDataObject {
	const given = params.value('variablesJson');
	if (isEmpty(given)) return {};
	const parsed = typeof given === 'string' ? jsonParse<unknown>(given, { fallbackValue: NOT_JSON }) : given;
	if (Array.isArray(parsed)) return byNumber(parsed);
	if (typeof parsed === 'object' && parsed !== null) return withNames(parsed as IDataObject);
	throw new Failure(
		'"Variables (JSON)" must be an object or a list',
		'Write it like {"body1": "Ada", "body2": "Tuesday"} or ["Ada", "Tuesday"].',
		{ field: 'variablesJson' },
	);
}

function byNumber(texts: unknown[]): IDataObject {
	return Object.fromEntries(texts.map((text, index) => [`body${index + 1}`, text])) as IDataObject;
}

/** `{ "1": "Ada" }` means the first of the body, as templates write it. */
function withNames(given: IDataObject): IDataObject {
	const entries = Object.entries(given).map(([key, value]) => [
		/^\d+$/.test(key) ? `body${key}` : key,
		value,
	]);
	return Object.fromEntries(entries) as IDataObject;
}

function valueOf(key: string, text: string, label: string): string {
	return key === 'media' ? mediaUrl(text, label) : flattened(text);
}

function isFlattened(key: string, text: string): boolean {
	return key !== 'media' && flattened(text) !== text;
}

function notInTemplate(name: string, unknown: string[], wanted: TemplateVariable[]): Failure {
	const known = wanted.map(({ key }) => key).join(', ') || 'none';
	return new Failure(
		`The template "${name}" has no variable ${unknown.join(', ')}`,
		`Open the node and map the variables again. It has: ${known}.`,
		{ field: unknown[0] },
	);
}

function missingIn(name: string, missing: TemplateVariable[]): Failure {
	return new Failure(
		`The template "${name}" needs a value for ${missing.map(({ key, label }) => `${key} (${label})`).join(', ')}`,
		'Fill in every variable; where the data may be empty, give a default in the expression. Nothing was sent.',
		{ field: missing[0]?.key },
	);
}
