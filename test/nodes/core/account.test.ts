import { USUAL_PACE } from '../../../nodes/core/account/pace';
import type { Service } from '../../../nodes/core/account/registry';
import { Accounts } from '../../../nodes/core/account/registry';
import { settled } from '../../support/fakeClock';

const SERVICE: Service = {
	name: 'Service',
	pace: { ...USUAL_PACE, rateLimit: { max: 1, intervalMs: 1_000 } },
};

test('two accounts do not wait for each other, and all runs of one share its budget', async () => {
	const accounts = new Accounts();
	await accounts.of(SERVICE, 'one').budget().acquire();
	await accounts.of(SERVICE, 'two').budget().acquire();
	const third = vi.fn();
	void accounts.of(SERVICE, 'one').budget().acquire().then(third);
	await settled();
	expect(third).not.toHaveBeenCalled();
});

test('accounts of two services are two, though they have the same name', () => {
	const accounts = new Accounts();
	const other = { ...SERVICE, name: 'Other' };
	expect(accounts.of(SERVICE, 'one')).not.toBe(accounts.of(other, 'one'));
	expect(accounts.list()).toHaveLength(2);
});

test('after all accounts were forgotten, nothing of them is left', () => {
	const accounts = new Accounts();
	accounts.of(SERVICE, 'one').keepCreated(['contact/1']);
	expect(accounts.of(SERVICE, 'one').hasCreated('contact/1')).toBe(true);
	accounts.clear();
	expect(accounts.list()).toEqual([]);
	expect(accounts.of(SERVICE, 'one').hasCreated('contact/1')).toBe(false);
});

test('of very many records that were created, the oldest are forgotten, and memory stays bounded', () => {
	const account = new Accounts().of(SERVICE, 'one');
	account.keepCreated(Array.from({ length: 10_001 }, (_, index) => `contact/${index}`));
	expect([0, 1, 10_000].map((index) => account.hasCreated(`contact/${index}`))).toEqual([false, true, true]);
});
