import type { IDataObject, IHttpRequestMethods } from 'n8n-workflow';
import { jsonParse } from 'n8n-workflow';

import { options, returnAllOrLimit } from '../../../core/editor/fields';
import { Failure } from '../../../core/failure';
import type { Params } from '../../../core/operation/params';
import { isEmpty, textOf } from '../../../core/values/texts';
import type { Effect } from '../../../core/heldBack';
import { pathOf } from '../../../core/sending/path';
import type { HighLevelClient, CallOptions } from '../../api/client';
import type { ApiVersion } from '../../api/versions';
import { operation } from '../operation';
import {
	bodyJson,
	method,
	pageSize,
	pageSizeName,
	pagination,
	pathField,
	queryParameters,
	recordsKey,
	repeatPost,
	version,
} from './fields';
import { readPages } from './pages';
import type { Pagination } from './pages';
import { recordsIn } from './recordsIn';

const NOT_JSON = Symbol('not JSON');

const paged = { show: { pagination: ['page', 'searchAfter', 'skip', 'startAfter'] } };

export const request = operation({
	name: 'Custom API Call',
	action: 'Make a custom API call',
	description:
		'Call any endpoint of HighLevel with the credential of this node, within its rate limit, repeated where that does no harm',
	// Those of the endpoint, which this node does not know.
	requests: [],
	mayWrite: true,
	fields: [
		method,
		pathField,
		queryParameters,
		bodyJson,
		pagination,
		...returnAllOrLimit.map((field) => ({
			...field,
			displayOptions: { show: { ...field.displayOptions?.show, ...paged.show } },
		})),
		recordsKey,
		options(pageSize, pageSizeName, repeatPost, version),
	],
	async execute({ api, params }) {
		const verb = params.text('method') as IHttpRequestMethods;
		const path = pathOf(withLocation(api, params.filled('path')));
		const chosen = params.collection('options');
		const repeatable = verb !== 'POST' || chosen.repeatPost === true;
		const send = async (place: IDataObject) =>
			await api.call(verb, path, requestOf(api, params, verb, place), repeatable);

		const way = params.text('pagination') as Pagination | 'none';
		const key = params.text('recordsKey');
		if (way !== 'none') {
			const size = Number(chosen.pageSize ?? pageSize.default);
			const sizeName = textOf(chosen.pageSizeName ?? pageSizeName.default, 'Page Size Name');
			return await readPages({ send, way, limit: params.limit(), size, sizeName, key });
		}
		const answer = await send({});
		if (key || Array.isArray(answer)) return recordsIn(answer, key);
		return typeof answer === 'object' && answer !== null ? (answer as IDataObject) : {};
	},
});

/** @param place what asks for the page: in the body of a POST, else in the query */
function requestOf(
	api: HighLevelClient,
	params: Params,
	verb: IHttpRequestMethods,
	place: IDataObject,
): CallOptions {
	const { version: chosen = 'automatic' } = params.collection('options');
	const query = { ...queryOf(api, params), ...(verb === 'POST' ? {} : place) };
	const body = verb === 'GET' ? undefined : bodyOf(params, verb === 'POST' ? place : {});
	return {
		...(Object.keys(query).length > 0 ? { query } : {}),
		...(body === undefined ? {} : { body }),
		effect: effectOf(verb),
		...(chosen === 'automatic' ? {} : { version: chosen as ApiVersion }),
	};
}

/** What a POST does, only its endpoint says. */
function effectOf(verb: IHttpRequestMethods): Effect | undefined {
	if (verb === 'GET' || verb === 'HEAD') return undefined;
	if (verb === 'DELETE') return 'delete';
	return verb === 'POST' ? 'send' : 'update';
}

function queryOf(api: HighLevelClient, params: Params): IDataObject {
	const { parameter = [] } = params.collection('queryParameters') as { parameter?: IDataObject[] };
	const entries = parameter
		.map(({ name, value }) => [textOf(name, 'Name'), withLocation(api, textOf(value, 'Value'))] as const)
		.filter(([name, value]) => name !== '' && value !== '');
	return Object.fromEntries(entries);
}

function bodyOf(params: Params, place: IDataObject): unknown {
	const given = params.value('bodyJson');
	const body = isEmpty(given) ? undefined : parsed(given);
	if (Object.keys(place).length === 0) return body;
	return { ...(body as IDataObject | undefined), ...place };
}

function parsed(given: unknown): unknown {
	if (typeof given !== 'string') return given;
	const body = jsonParse<unknown>(given, { fallbackValue: NOT_JSON });
	if (body !== NOT_JSON) return body;
	throw new Failure('"Body (JSON)" is not JSON', 'Correct it, or leave it empty for a call without a body.', {
		field: 'bodyJson',
	});
}

function withLocation(api: HighLevelClient, text: string): string {
	return text.replaceAll('{locationId}', encodeURIComponent(api.locationId));
}
