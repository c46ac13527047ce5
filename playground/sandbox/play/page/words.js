const texts = {
	en: {
		sandbox: 'sandbox',
		language: 'Language',
		hint: 'You play the contacts, and the team that answers them. Workflows that listen to Message Received start with what a contact writes.',
		contacts: 'Contacts',
		newContact: 'Somebody new writes from',
		begin: 'Say “Oi!”',
		chooseContact: 'Choose a contact to write as.',
		back: 'Back to the contacts',
		with: 'With',
		nobody: 'Nobody (workflows)',
		complete: 'Complete',
		windowOpen: 'Window open for another %s',
		windowClosed: 'Window closed: only templates arrive, until the contact writes',
		closeWindow: 'Let 24 hours pass',
		messages: 'Messages',
		writeAs: 'Write as',
		asContact: 'Contact',
		asTeam: 'Team',
		asNote: 'Note for the team',
		suggestions: 'Quick texts',
		template: 'Template',
		chooseTemplate: 'Send a template …',
		removeFile: 'Remove the file',
		attach: 'Attach a file',
		text: 'Message',
		textOfContact: '%s writes …',
		textOfTeam: '%s answers …',
		textOfNote: 'Only the team sees this …',
		textSpoken: '%s says in the audio …',
		speak: 'Say it as an audio',
		send: 'Send',
		listening: 'Writing down what is said …',
		notHeard: 'What is said could not be written down.',
		typing: 'A workflow is typing',
		gone: 'The sandbox does not answer. Start it again with npm start.',
		newConversation: 'New conversation',
		today: 'Today',
		notSent: 'Not sent: the sandbox does not answer.',
		STARTED: 'Chatbot',
		PENDING: 'Waiting',
		IN_PROGRESS: 'In progress',
		COMPLETED: 'Completed',
		HIDDEN: 'Hidden',
		QUEUED: 'On its way',
		SENT: 'Sent',
		DELIVERED: 'Delivered',
		READ: 'Read',
		FAILED: 'Not delivered',
		DELETED: 'Deleted',
		SAVED: '',
		NOTE: 'Internal note',
		API: 'Workflow',
		BOT: 'Chatbot',
		CAMPAIGN: 'Campaign',
		DEFAULT: 'Team',
	},
	pt: {
		sandbox: 'sandbox',
		language: 'Idioma',
		hint: 'Você faz o papel dos contatos e da equipe que atende. Os fluxos que escutam Message Received começam com o que um contato escreve.',
		contacts: 'Contatos',
		newContact: 'Alguém novo escreve do número',
		begin: 'Dizer “Oi!”',
		chooseContact: 'Escolha um contato para escrever por ele.',
		back: 'Voltar aos contatos',
		with: 'Com',
		nobody: 'Ninguém (fluxos)',
		complete: 'Concluir',
		windowOpen: 'Janela aberta por mais %s',
		windowClosed: 'Janela fechada: só modelos chegam, até o contato escrever',
		closeWindow: 'Deixar passar 24 horas',
		messages: 'Mensagens',
		writeAs: 'Escrever como',
		asContact: 'Contato',
		asTeam: 'Equipe',
		asNote: 'Nota interna',
		suggestions: 'Textos rápidos',
		template: 'Modelo',
		chooseTemplate: 'Enviar um modelo …',
		removeFile: 'Tirar o arquivo',
		attach: 'Anexar um arquivo',
		text: 'Mensagem',
		textOfContact: '%s escreve …',
		textOfTeam: '%s responde …',
		textOfNote: 'Só a equipe vê …',
		textSpoken: '%s diz no áudio …',
		speak: 'Dizer em áudio',
		send: 'Enviar',
		listening: 'Transcrevendo o áudio …',
		notHeard: 'Não foi possível transcrever o áudio.',
		typing: 'Um fluxo está digitando',
		gone: 'O sandbox não responde. Inicie de novo com npm start.',
		newConversation: 'Nova conversa',
		today: 'Hoje',
		notSent: 'Não foi enviado: o sandbox não responde.',
		STARTED: 'Chatbot',
		PENDING: 'Aguardando',
		IN_PROGRESS: 'Em atendimento',
		COMPLETED: 'Concluída',
		HIDDEN: 'Oculta',
		QUEUED: 'A caminho',
		SENT: 'Enviada',
		DELIVERED: 'Entregue',
		READ: 'Lida',
		FAILED: 'Não entregue',
		DELETED: 'Apagada',
		SAVED: '',
		NOTE: 'Nota interna',
		API: 'Fluxo',
		BOT: 'Chatbot',
		CAMPAIGN: 'Campanha',
		DEFAULT: 'Equipe',
	},
};

const KEPT = 'wts-chat-language';

/** The language that somebody has chosen here, or that of the browser. */
let language = localStorage.getItem(KEPT) ?? (navigator.language.startsWith('pt') ? 'pt' : 'en');

/** The locale for dates. */
export const locale = () => (language === 'pt' ? 'pt-BR' : 'en');

/** A text in the language of the page, with what belongs in its place; blank for what has none. */
export function word(name, value = '') {
	return (texts[language][name] ?? '').replace('%s', value);
}

/** Writes the texts of the page, and again when somebody switches the language. */
export function speakTheLanguage(onSwitch) {
	for (const button of document.querySelectorAll('[data-language]')) {
		button.addEventListener('click', () => {
			language = button.dataset.language;
			localStorage.setItem(KEPT, language);
			translate();
			onSwitch();
		});
	}
	translate();
}

function translate() {
	document.documentElement.lang = locale();
	for (const one of document.querySelectorAll('[data-word]'))
		one.textContent = word(one.dataset.word);
	for (const one of document.querySelectorAll('[data-label]')) {
		one.setAttribute('aria-label', word(one.dataset.label));
	}
	for (const one of document.querySelectorAll('[data-title]')) one.title = word(one.dataset.title);
	for (const button of document.querySelectorAll('[data-language]')) {
		button.setAttribute('aria-pressed', String(button.dataset.language === language));
	}
}
