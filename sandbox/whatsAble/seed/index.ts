import { DEMO } from '../demo';
import type { SeedData, WhatsAbleState } from '../state';
import { seedContacts } from './contacts';
import { seedTemplates } from './templates';

/** The account of a small firm: the same in every sandbox, with times that are relative to its start. */
export const demoSeed: SeedData = { home: { ...DEMO, constants: DEMO }, fill };

function fill(state: WhatsAbleState): void {
	const { keys } = DEMO;
	state.keys.set(keys.notifyer, { key: keys.notifyer, product: 'notifyer', mayIntegrate: true });
	state.keys.set(keys.notifyerBasicPlan, {
		key: keys.notifyerBasicPlan,
		product: 'notifyer',
		mayIntegrate: false,
	});
	state.keys.set(keys.whatsable, { key: keys.whatsable, product: 'whatsable', mayIntegrate: true });
	state.keys.set(keys.notifier, { key: keys.notifier, product: 'notifier', mayIntegrate: true });
	for (const label of Object.values(DEMO.labels)) state.labels.add(label);
	for (const number of DEMO.whatsableNumbers) state.whatsableNumbers.add(number);
	seedTemplates(state);
	seedContacts(state);
}
