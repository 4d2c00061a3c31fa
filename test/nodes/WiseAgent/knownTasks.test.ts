import { TaskIndex } from '../../../nodes/WiseAgent/api/records/knownTasks';
import { taskReferences } from '../../../nodes/WiseAgent/api/references';

const task = (TaskID: number, Description: string, ContactID: number | string = 0) => ({
	...{ TaskID, Description, ContactID },
});
const reference = taskReferences.given('HL otg8dTqqGl2rLGFVKHIn', 'Reference');
const ids = (index: TaskIndex, contactId = '') =>
	index.candidates(reference, contactId).map(({ raw }) => raw.TaskID);

test('only the tasks with the reference and those of the contact without any are compared', () => {
	const index = new TaskIndex([
		task(1, 'Call', 7),
		task(2, 'Call [HL otg8dTqqGl2rLGFVKHIn]', 8),
		task(3, 'Call [hl otg8dTqqGl2rLGFVKHIn]'),
		task(4, 'Call [HL otg8dTqqGl2rLGFVKHIx]', 7),
		task(5, 'Call', 'v9'),
		task(6, 'Call'),
	]);
	expect(ids(index, '7')).toEqual([2, 3, 1]);
	expect(ids(index, 'V9')).toEqual([2, 3, 5]);
	expect(ids(index)).toEqual([2, 3, 6]);
});

test('a task that was written is found as it is now', () => {
	const index = new TaskIndex([task(1, 'Call', 7), task(2, 'Call [HL otg8dTqqGl2rLGFVKHIn]', 7)]);
	index.set(task(1, 'Call [HL otg8dTqqGl2rLGFVKHIn]', 8));
	index.set(task(2, 'Call', 8));
	expect(ids(index, '7')).toEqual([1]);
	expect(ids(index, '8')).toEqual([1, 2]);
	expect(index.get('2')?.shown).toMatchObject({ Description: 'Call', reference: null });
});
