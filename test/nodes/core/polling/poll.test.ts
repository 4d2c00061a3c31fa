import type { IDataObject, INode, IPollFunctions, WorkflowActivateMode } from 'n8n-workflow';
import { Workflow } from 'n8n-workflow';

import type { Found, Poll } from '../../../../nodes/core/polling/poll';
import { runPoll } from '../../../../nodes/core/polling/poll';
import { ScanBudget } from '../../../../nodes/core/polling/scanBudget';
import { TestNodeTypes } from '../../../support/running/runWorkflow';

const NODE: INode = {
	id: 'n',
	name: 'Poll',
	type: 'test.items',
	typeVersion: 1,
	position: [0, 0],
	parameters: {},
};

let workflowCount = 0;

interface ContextOptions {
	workflowId?: string;
	/** n8n's static data as they were saved. */
	saved?: IDataObject;
	mode?: WorkflowActivateMode;
	/** In place of n8n's own static data: the copy that it makes for durable cursors. */
	copy?: IDataObject;
	budgetMs?: number;
}

/** As much of n8n's poll context as a poll reads, with n8n's own static data. */
function contextOf({ workflowId = `w${++workflowCount}`, saved, mode, copy, budgetMs }: ContextOptions = {}) {
	const workflow = new Workflow({
		id: workflowId,
		nodes: [NODE],
		connections: {},
		active: true,
		nodeTypes: new TestNodeTypes(),
		staticData: saved,
	});
	return {
		getWorkflow: () => ({ id: workflow.id }),
		getNode: () => NODE,
		getActivationMode: () => mode ?? 'activate',
		getWorkflowStaticData: () => copy ?? workflow.getStaticData('node', NODE),
		...(budgetMs === undefined ? {} : { getPollBudgetMs: () => budgetMs }),
	} as unknown as IPollFunctions;
}

const dataOf = (context: IPollFunctions) => JSON.stringify(context.getWorkflowStaticData('node'));

/** Counts up what it remembers, and puts out an item. */
async function count(poll: Poll, items = 1): Promise<Found> {
	const part = poll.begin('here').part<{ count: number }>('things');
	part.head = { count: (part.head?.count ?? 0) + 1 };
	return { items: Array.from({ length: items }, () => ({ ...part.head })), hasMore: false };
}

test('a poll that is begun while another one of the node runs finds nothing, and both leave all in order', async () => {
	const context = contextOf();
	let end: (() => void) | undefined;
	const first = runPoll(context, async (poll) => {
		await new Promise<void>((resolve) => (end = resolve));
		return await count(poll);
	});
	expect(await runPoll(context, count)).toBeNull();
	expect(dataOf(context)).toBe('{}');
	end?.();
	expect(await first).toEqual([[{ json: { count: 1 } }]]);
	expect(await runPoll(context, count)).toEqual([[{ json: { count: 2 } }]]);
});

test('nodes of other workflows do not wait for each other', async () => {
	const inner = async () => await runPoll(contextOf(), count);
	const outer = runPoll(contextOf(), async (poll) => {
		expect(await inner()).toHaveLength(1);
		return await count(poll);
	});
	expect(await outer).toHaveLength(1);
});

test('a poll that fails changes nothing, and the next one goes on as if it had not been', async () => {
	const context = contextOf();
	await runPoll(context, count);
	const before = dataOf(context);
	const failing = runPoll(context, async (poll) => {
		await count(poll);
		throw new Error('half-way');
	});
	await expect(failing).rejects.toThrow('half-way');
	expect(dataOf(context)).toBe(before);
	expect(await runPoll(context, count)).toEqual([[{ json: { count: 2 } }]]);
});

test('what a poll without items remembers is remembered', async () => {
	const context = contextOf();
	expect(await runPoll(context, async (poll) => await count(poll, 0))).toBeNull();
	expect(await runPoll(context, count)).toEqual([[{ json: { count: 2 } }]]);
});

test('the very first poll of a workflow that a person switches on is not marked, one after a start of n8n is', async () => {
	expect(await runPoll(contextOf(), count)).toEqual([[{ json: { count: 1 } }]]);
	expect(await runPoll(contextOf({ mode: 'init' }), count)).toEqual([
		[{ json: { count: 1, possibleRepeat: true } }],
	]);
});

test('with durable cursors, what the first poll remembers is not lost when n8n does not save it', async () => {
	const workflowId = 'durable';
	const first = contextOf({ workflowId, copy: {} });
	await runPoll(first, async (poll) => await count(poll, 0));
	expect(await runPoll(contextOf({ workflowId, copy: {} }), count)).toEqual([[{ json: { count: 2 } }]]);
});

test('work goes on in the next poll, but not for other records', async () => {
	const context = contextOf();
	const pages: number[] = [];
	const work = (place: string) => async (poll: Poll) => {
		poll.begin(place);
		const page = Number(poll.unfinished.get('page') ?? 0) + 1;
		poll.unfinished.set('page', page);
		pages.push(page);
		return { items: [], hasMore: true };
	};
	for (const place of ['here', 'here', 'there', 'there']) await runPoll(context, work(place));
	expect(pages).toEqual([1, 2, 1, 2]);
});

test('a poll knows when its time is over, and leaves the rest to the next one', async () => {
	const late = async (budgetMs: number) => {
		let isLate: boolean | undefined;
		await runPoll(contextOf({ budgetMs }), async (poll) => {
			({ isLate } = poll);
			return await count(poll);
		});
		return isLate;
	};
	expect(await late(0)).toBe(true);
	expect(await late(60_000)).toBe(false);
});

test('a scan makes no more requests than it may', () => {
	const budget = new ScanBudget(3, () => false);
	expect([budget.take(2), budget.take(2), budget.take(), budget.take()]).toEqual([true, false, true, false]);
	expect(new ScanBudget(3, () => true).take()).toBe(false);
});
