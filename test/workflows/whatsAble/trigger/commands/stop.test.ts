import type { Phone } from './written';
import { short, startPhone } from './written';

let phone: Phone;

beforeAll(async () => (phone = await startPhone()));
afterAll(async () => await phone.close());

test.each([
	[
		'English',
		['Stop', 'STOP ALL', 'stopall', 'Unsubscribe', 'CANCEL', 'End', 'quit', 'revoke', 'opt-out', 'OPTOUT'],
	],
	['Spanish', ['BAJA', 'Darme de baja', 'Parar', 'alto', 'cancelar', 'detener', 'salir']],
	['German', ['Stopp', 'abmelden', 'Abbestellen', 'aufhören', 'AUFHOREN']],
	['French', ['ARRÊT', 'arret', 'Arrêter', 'désabonner', 'désinscription']],
	['Portuguese', ['Parar', 'SAIR', 'Cancelar', 'descadastrar']],
	['Italian', ['Ferma', 'BASTA', 'annulla', 'cancellami', 'disiscrivimi']],
	['Dutch and the north', ['stoppen', 'afmelden', 'uitschrijven', 'stopp', 'afmeld', 'avsluta', 'avslutt']],
	['other languages', ['wypisz', 'İPTAL', 'dur', 'СТОП', 'отписаться']],
])('a message that is nothing but a word for STOP is one: %s', async (_, words) => {
	for (const word of words) {
		for (const text of [word, ` ${word}! `, `*${word}*.`]) {
			expect([text, short(await phone.command(text))]).toEqual([text, 'stop']);
		}
		for (const text of [`${word} by tomorrow`, `I said ${word} ok`, `${word} 2`]) {
			expect([text, await phone.command(text)]).toEqual([text, null]);
		}
	}
});

test('STOP counts also where it is a word of another command, and also from a number that nobody knows', async () => {
	phone.trigger.change({
		parameters: { recognizeCommands: true, commandOptions: { doneWords: 'stop, done' } },
	});
	expect(short(await phone.command('stop'))).toBe('stop');
	phone.trigger.executions.length = 0;
	phone.sandbox.receive({ phone: '+14155550999', text: 'Stop.' });
	await phone.sandbox.webhooks.idle();
	expect(phone.trigger.executions).toMatchObject([
		{ phone_number: '+14155550999', command: { name: 'stop' } },
	]);
});
