import { Part } from '../../../../nodes/core/polling/part';
import { KnownTasks } from '../../../../nodes/GoHighLevel/events/poll/contacts/knownTasks';

const task = {
	id: 'a',
	title: 'Call',
	dueDate: '2026-12-01T10:00:00.000Z',
	contactId: 'c',
	completed: false,
};

test('two ways of writing the same task are no change', () => {
	const known = new KnownTasks(new Part());
	known.compare(task);
	expect(known.compare({ ...task, body: '', dueDate: '2026-12-01T10:00:00Z' }).events).toEqual([]);
	expect(known.compare({ ...task, dueDate: '2026-12-01T11:00:00Z' }).events).toEqual(['taskUpdated']);
});

test('ids of any kind are known again', () => {
	const known = new KnownTasks(new Part());
	known.compare({ ...task, id: 'x:1,2', contactId: 'c,d:e' });
	const [again] = new KnownTasks(new Part(known.part.toStored())).all();
	expect(again).toMatchObject({ id: 'x:1,2', contactId: 'c,d:e', completed: false });
});

test('of 10,500 tasks that are done, the latest 10,000 stay known, and all that are open', () => {
	const known = new KnownTasks(new Part());
	known.compare({ ...task, id: 'open' });
	for (let index = 0; index < 10_500; index++) known.compare({ ...task, id: `t${index}` });
	for (let index = 10_499; index >= 0; index--) {
		known.compare({ ...task, id: `t${index}`, completed: true });
	}
	known.tidy();
	const ids = new Set(known.all().map(({ id }) => id));
	expect(ids.size).toBe(10_001);
	expect(ids.has('open')).toBe(true);
	expect(ids.has('t0')).toBe(true);
	expect(ids.has('t10499')).toBe(false);
});
