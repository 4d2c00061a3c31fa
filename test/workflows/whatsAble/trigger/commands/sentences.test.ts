import type { Phone } from './written';
import { startPhone } from './written';

let phone: Phone;

beforeAll(async () => (phone = await startPhone()));
afterAll(async () => await phone.close());

test.each([
	'I am done with the house, stop by tomorrow',
	'Done with the house',
	'Are we done?',
	'done deal',
	'Well done',
	'Not done yet',
	'Done by Friday',
	'Done 50%',
	'It is finished on Friday at 10:00',
	'finished 2 calls',
	'Undone',
	'Move on',
	'Move in date is Friday',
	'Move to Spain next year',
	'Move the couch to Friday',
	'We move on Friday',
	'Can you move it to Friday?',
	'Moving to Friday',
	'move to 12 Pier Street',
	'postponed to Friday',
	'Task force meets tomorrow 10:00',
	'Task completed yesterday',
	'A task: call John tomorrow',
	'task-based work',
	'tasks: none',
	'My task for tomorrow',
	'Stop by tomorrow',
	'Please stop',
	'stop it',
	'I stop at 10:00',
	'Do not stop',
	'the end',
	'Cancel Friday',
	'quit smoking',
	'unsubscribe me from the newsletter',
	'Hecho en México',
	'Ya está hecho',
	'Está listo para mañana',
	'La lista de tareas',
	'¿Listo para el viernes?',
	'mover la casa',
	'Nos mueve al viernes',
	'Tarea de la escuela para mañana',
	'Mi tarea: llamar a Juan',
	'la tarea está hecha',
	'Te baja el precio',
	'alto ahí',
	'cancelar la cita de mañana',
	'tomorrow 10:00',
	'👍',
])('%j is no command', async (written) => {
	expect(await phone.write(written)).toMatchObject({ text: written, command: null });
});
