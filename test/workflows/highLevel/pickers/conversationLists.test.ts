import { GoHighLevel } from '../../../../nodes/GoHighLevel/GoHighLevel.node.ts';
import type { HighLevelSandbox } from '../../../../sandbox/highLevel';
import { DEMO, startSandbox } from '../../../support/highLevel';
import { addPerson, say } from '../message/records';
import { tokenWithout } from '../everyOperation/operations';
import { editorContext, errorOf } from './editor';

const { searchConversations } = new GoHighLevel().methods.listSearch;

let sandbox: HighLevelSandbox;
beforeAll(async () => (sandbox = await startSandbox()));
beforeEach(() => sandbox.reset());
afterAll(async () => await sandbox.close());

test('conversations are listed by contact and last message, the latest first, and searched by HighLevel', async () => {
	const [ada, ben] = [addPerson(sandbox, { firstName: 'Ada' }), addPerson(sandbox, { firstName: 'Ben' })];
	const first = say(sandbox, ada, { body: 'Is it still available?', dateAdded: '2026-03-02T10:00:00.000Z' });
	const second = say(sandbox, ben, { body: 'Thursday works', dateAdded: '2026-03-02T11:00:00.000Z' });

	const { results } = await searchConversations.call(editorContext(sandbox));
	expect(results).toEqual([
		{ name: 'Ben (Thursday works)', value: second.conversationId },
		{ name: 'Ada (Is it still available?)', value: first.conversationId },
	]);
	const found = await searchConversations.call(editorContext(sandbox), 'ada');
	expect(found.results.map(({ value }) => value)).toEqual([first.conversationId]);
});

test('a conversation without a message goes by its contact, and one without a name by its email', async () => {
	const contactId = addPerson(sandbox, { firstName: null, email: 'ada@mail.example' });
	sandbox.state.add('conversations', { locationId: DEMO.locationId, contactId });
	const { results } = await searchConversations.call(editorContext(sandbox));
	expect(results.map(({ name }) => name)).toEqual(['ada@mail.example']);
});

test('a token that may not read conversations is told so', async () => {
	const token = tokenWithout(sandbox, 'conversations.readonly');
	const error = await errorOf(searchConversations.call(editorContext(sandbox, { token })));
	expect(error.description).toContain('conversations.readonly');
});
