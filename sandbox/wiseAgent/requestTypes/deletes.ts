import type { Scope } from '../oauth/scopes';
import type { Call, RequestType } from '../requestType';

/**
 * The two ways in which a record may have to be deleted: under its own request type, and, as the official page prints,
 * under `webhooks`, where the parameter with the id tells what it is.
 */
export function deleteTypes(wanted: {
	name: string;
	id: string;
	scopes: readonly Scope[];
	remove: (call: Call, id: string) => object;
}): RequestType[] {
	const { name, id, scopes, remove } = wanted;
	const shared = {
		verb: 'DELETE' as const,
		scopes,
		answer: (call: Call) => remove(call, call.parameters.text(id)),
	};
	return [
		{ ...shared, name, isServed: ({ deleteRequestType }) => deleteRequestType !== 'webhooks' },
		{
			...shared,
			name: 'webhooks',
			isServed: ({ deleteRequestType }, parameters) => deleteRequestType !== 'own' && parameters.has(id),
		},
	];
}
