import type { INode } from 'n8n-workflow';
import { NodeOperationError } from 'n8n-workflow';

import { asFailure, Failure } from '../../../nodes/core/failure';
import { nodeErrorOf } from '../../../nodes/core/operation/nodeError';

const node = { name: 'HighLevel', type: 'test', typeVersion: 1 } as unknown as INode;

/** What the language throws when a value is other than expected. */
function thrownBy(work: () => unknown): unknown {
	try {
		work();
	} catch (error) {
		return error;
	}
	throw new Error('Nothing was thrown, which this test forbids');
}

test.each([
	['a field of nothing', () => (null as unknown as { id: string }).id],
	['a time that is none', () => new Date(NaN).toISOString()],
	['JSON that is none', () => JSON.parse('<html>') as unknown],
])('an error of the language itself is told in words of its own: %s', (_, work) => {
	const error = thrownBy(work);
	const failure = asFailure(error);
	expect(failure.message).toBe('The response has a shape that this node does not know');
	expect(failure.remedy).toBe(
		'If the operation writes, look in the service whether it was done before you run this item again. Report this with the details.',
	);
	expect(failure.details).toEqual({ reason: (error as Error).message, mayHaveHappened: true });
	const told = nodeErrorOf(node, error, { itemIndex: 1, itemCount: 2 });
	expect(told.message).toBe('The response has a shape that this node does not know [item 1]');
});

test("texts of this node, and of n8n's own errors, stay as they are", () => {
	expect(asFailure(new Failure('"Email" is empty', 'Enter it.'))).toMatchObject({
		message: '"Email" is empty',
	});
	const own = new NodeOperationError(node, 'No such expression', { description: 'Look at it.' });
	expect(asFailure(own)).toMatchObject({ message: 'No such expression', remedy: 'Look at it.' });
});
