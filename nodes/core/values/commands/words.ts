import type { CommandName, Language } from './types';

type Words = Partial<Record<Language, string[]>>;

/** The words of each command. They are compared without case, accents and punctuation. */
export const COMMAND_WORDS: Record<CommandName, Words> = {
	done: {
		en: ['done', 'all done', 'finished', 'completed', 'complete'],
		es: ['hecho', 'hecha', 'listo', 'lista', 'terminado', 'terminada', 'completado', 'completada'],
	},
	move: {
		en: ['move', 'move it', 'postpone', 'reschedule'],
		es: ['mover', 'mueve', 'muévelo', 'posponer', 'pospón', 'aplazar', 'reprogramar'],
	},
	task: {
		en: ['task', 'new task', 'add task', 'to do'],
		es: ['tarea', 'nueva tarea', 'añadir tarea', 'agregar tarea'],
	},
	stop: {
		// The first eight are those of carriers in the United States. Source: Twilio's page on opt-out keywords.
		en: [
			'stop',
			'stop all',
			'stopall',
			'unsubscribe',
			'cancel',
			'end',
			'quit',
			'revoke',
			'opt out',
			'optout',
		],
		es: ['baja', 'darme de baja', 'dar de baja', 'parar', 'pare', 'alto', 'cancelar', 'detener', 'salir'],
	},
};

/** What people write instead of STOP in other languages. */
export const MORE_STOP_WORDS = [
	// German
	...['stopp', 'abmelden', 'abbestellen', 'aufhören', 'austragen'],
	// French
	...['arrêt', 'arrêter', 'arrêtez', 'désabonner', 'désinscrire', 'désinscription'],
	// Portuguese
	...['sair', 'descadastrar', 'remover', 'desinscrever'],
	// Italian
	...['ferma', 'fermare', 'basta', 'annulla', 'cancellami', 'disiscrivi', 'disiscrivimi'],
	// Dutch, Danish, Norwegian, Swedish
	...['stoppen', 'afmelden', 'uitschrijven', 'afmeld', 'avmeld', 'avsluta', 'avslutt'],
	// Polish, Turkish, Russian
	...['wypisz', 'dur', 'iptal', 'стоп', 'отписаться'],
];

/** All words of a command that are recognized unless others are given. */
export function defaultWords(name: CommandName): string[] {
	const own = Object.values(COMMAND_WORDS[name]).flat();
	return name === 'stop' ? [...own, ...MORE_STOP_WORDS] : own;
}

/** From here on, all words are written as they are compared: in lower case, and without accents. */
export const WEEKDAYS: Record<string, number> = {
	...numbered(['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday']),
	...numbered(['lunes', 'martes', 'miercoles', 'jueves', 'viernes', 'sabado', 'domingo']),
	...{
		mon: 1,
		lun: 1,
		tue: 2,
		tues: 2,
		mie: 3,
		thu: 4,
		thur: 4,
		thurs: 4,
		jue: 4,
		fri: 5,
		vie: 5,
		sab: 6,
		dom: 7,
	},
};

/** Short forms that are words of their own as well: they name a day only where more of a date stands with them. */
export const WEAK_WEEKDAYS: Record<string, number> = { mar: 2, wed: 3, sat: 6, sun: 7 };

export const MONTHS: Record<string, number> = {
	...numbered(['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september']),
	...{ october: 10, november: 11, december: 12 },
	...numbered(['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']),
	...numbered(['enero', 'febrero', 'marzo', 'abril', 'mayo', 'junio', 'julio', 'agosto', 'septiembre']),
	...{ octubre: 10, noviembre: 11, diciembre: 12, setiembre: 9, sept: 9, ene: 1, abr: 4, ago: 8, dic: 12 },
};

/** Days as seen from today. */
export const RELATIVE_DAYS: Record<string, number> = {
	...{ 'day before yesterday': -2, yesterday: -1, today: 0, tomorrow: 1, 'day after tomorrow': 2 },
	...{ tmrw: 1, tmr: 1, tomorow: 1, tommorow: 1, tommorrow: 1 },
	...{ anteayer: -2, ayer: -1, hoy: 0, manana: 1, 'pasado manana': 2 },
};

/** What may stand before a weekday, or after it, and moves it or does not. */
export const NEXT = ['next', 'proximo', 'proxima', 'siguiente', 'que viene'];
export const THIS = ['this', 'este', 'esta'];

/** Words between the parts of a date. */
export const FILLERS = [
	...['on', 'at', 'by', 'for', 'to', 'until', 'till', 'due', 'the', 'and', 'or'],
	...['a', 'al', 'el', 'la', 'las', 'para', 'hasta', 'en', 'por', 'de', 'del', 'dia', 'y', 'o'],
];

/** What people add to a command. */
export const POLITE = /please|pls|thanks|thank you|por favor|gracias/;

/** Words that make another date of the one that they stand with. */
export const CHANGING = [
	...['before', 'after', 'since', 'from', 'not', 'every', 'each', 'except', 'last'],
	...['antes', 'despues', 'desde', 'tras', 'cada', 'todos', 'excepto', 'ultimo', 'pasado'],
];

/** Units of a span such as "in 2 days". */
export const UNITS = [
	...['minutes?', 'mins?', 'hours?', 'hrs?', 'days?', 'weeks?', 'months?', 'years?'],
	...['minutos?', 'horas?', 'dias?', 'semanas?', 'mes(?:es)?', 'anos?'],
];

/** Words by which a date shows itself to be Spanish. */
export const SPANISH =
	/(?<!\p{L})(hoy|manana|ayer|anteayer|lunes|martes|miercoles|jueves|viernes|sabado|domingo|enero|febrero|marzo|abril|mayo|junio|julio|agosto|sept?iembre|octubre|noviembre|diciembre|semana|proxim[oa]|las|el|al)(?!\p{L})/u;

function numbered(names: string[]): Record<string, number> {
	return Object.fromEntries(names.map((name, index) => [name, index + 1]));
}
