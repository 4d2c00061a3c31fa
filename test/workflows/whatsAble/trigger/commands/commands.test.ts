import { ENVELOPE_FIELDS } from '../../../../../nodes/core/events/envelope';
import type { Phone } from './written';
import { short, startPhone } from './written';

let phone: Phone;

beforeAll(async () => (phone = await startPhone()));
afterAll(async () => await phone.close());

test.each<[written: string, command: string]>([
	['done', 'done'],
	['  Done!  ', 'done'],
	['*DONE* ✅', 'done'],
	['All done.', 'done'],
	['Done, thanks!', 'done'],
	['finished', 'done'],
	['done 2', 'done | 2'],
	['Done #12.', 'done | 12'],
	['hecho', 'done'],
	['¡Listo!', 'done'],
	['Terminado, gracias', 'done'],
	['listo 3', 'done | 3'],
	['move to Friday', 'move | 2026-12-04'],
	['Move it to friday, 15:30', 'move | 2026-12-04 | 15:30'],
	['move: tomorrow', 'move | 2026-12-02'],
	['MOVE TO TODAY 17:00', 'move | 2026-12-01 | 17:00'],
	['move to 2027-03-05 at 9:05', 'move | 2027-03-05 | 09:05'],
	['move to 12/24', 'move | 2026-12-24'],
	['move to 12/24/2027 10pm', 'move | 2027-12-24 | 22:00'],
	['move to 1/15', 'move | 2027-01-15'],
	['move to March 5, 2027 at 3:15 p.m.', 'move | 2027-03-05 | 15:15'],
	['move 2 to Thursday', 'move | 2 | 2026-12-03'],
	['move #3 tomorrow 8:00', 'move | 3 | 2026-12-02 | 08:00'],
	['Move to Saturday please 👍', 'move | 2026-12-05'],
	['postpone to the day after tomorrow', 'move | 2026-12-03'],
	['reschedule Friday 12/11', 'move | 2026-12-11'],
	['move to next Tuesday', 'move | 2026-12-08'],
	['mover al miércoles', 'move | 2026-12-02'],
	['MUÉVELO AL SÁBADO A LAS 10:00', 'move | 2026-12-05 | 10:00'],
	['muevelo a mañana', 'move | 2026-12-02'],
	['mover a pasado manana 8:30', 'move | 2026-12-03 | 08:30'],
	['aplazar hasta el domingo por favor', 'move | 2026-12-06'],
	['mover 2 al lunes', 'move | 2 | 2026-12-07'],
	['reprogramar para el 5 de marzo a las 3 de la tarde', 'move | 2027-03-05 | 15:00'],
	['mover a hoy 18:00 horas', 'move | 2026-12-01 | 18:00'],
	['task: call John tomorrow 10:00', 'task | call John | 2026-12-02 | 10:00'],
	['Task: Call Jürgen O’Neil, on Friday at 9:30am.', 'task | Call Jürgen O’Neil | 2026-12-04 | 09:30'],
	['Task - order flowers by 12/24', 'task | order flowers | 2026-12-24'],
	['New task: tomorrow at 14:00 show 12 Pier Street', 'task | show 12 Pier Street | 2026-12-02 | 14:00'],
	['task: tomorrow 2 calls', 'task | 2 calls | 2026-12-02'],
	['*Task:* call Ann today 11:00 🙏', 'task | call Ann | 2026-12-01 | 11:00'],
	['task: Friday call Ann at 9:30', 'task | call Ann | 2026-12-04 | 09:30'],
	['to-do: put chairs in the sun', 'task | put chairs in the sun'],
	['task\nbuy a key box\ntomorrow', 'task | buy a key box | 2026-12-02'],
	['tarea: llamar a Íñigo mañana 10:00', 'task | llamar a Íñigo | 2026-12-02 | 10:00'],
	['Tarea: enviar el contrato el viernes a las 15:30', 'task | enviar el contrato | 2026-12-04 | 15:30'],
	['nueva tarea: visita el jueves 3 de diciembre', 'task | visita | 2026-12-03'],
	['añadir tarea: pagar la señal 2026-12-31', 'task | pagar la señal | 2026-12-31'],
	['STOP', 'stop'],
	['baja', 'stop'],
])('%j is a command', async (written, command) => {
	expect(short(await phone.command(written))).toBe(command);
});

test('the command is next to the text, with every field, and its moment in the time zone of the workflow', async () => {
	const item = await phone.write('Task: call Zoë tomorrow 10:00');
	const own = Object.keys(item).filter((name) => !ENVELOPE_FIELDS.some((field) => field === name));
	expect(own.slice(0, 2)).toEqual(['text', 'command']);
	expect(item).toMatchObject({ text: 'Task: call Zoë tomorrow 10:00', direction: 'incoming' });
	expect(item.command).toEqual({
		name: 'task',
		language: 'en',
		text: 'call Zoë',
		number: null,
		due: '2026-12-02T10:00:00-05:00',
		date: '2026-12-02',
		time: '10:00',
		error: null,
		errorCode: null,
	});
	expect(await phone.command('Baja')).toMatchObject({ name: 'stop', language: null, due: null });
	expect(await phone.command('Hecho')).toMatchObject({ name: 'done', language: 'es' });
});
