import type { Language } from '../sentences';

export interface Words {
	title: string;
	about: string;
	old: string;
	open: string;
	result: string;
	converted: string;
	copy: string;
	copied: string;
	save: string;
	next: string;
	look: string;
	/** How the other language calls itself. */
	other: string;
	workflow: string;
	nothing: string;
	done(count: number): string;
	left(names: string[]): string;
}

/** What the page itself says. */
export const wordsOfPage: Record<Language, Words> = {
	en: {
		title: 'From n8n-nodes-wts to WTS Chat',
		about:
			'Paste a workflow of n8n that uses n8n-nodes-wts, and take away the same workflow with the nodes of n8n-nodes-wts-chat. Nothing leaves this page, and the old workflow stays as it is.',
		old: 'Old workflow',
		open: 'Open a file',
		result: 'Result',
		converted: 'Converted workflow',
		copy: 'Copy',
		copied: 'Copied',
		save: 'Save as a file',
		next: 'In n8n, create a workflow, click on the canvas and paste. Unpublish the old workflow before you publish the new one.',
		look: 'What needs a look',
		other: 'Português',
		workflow: 'Workflow',
		nothing: 'There is no node of n8n-nodes-wts in it; it stays as it is.',
		done: (count) => (count === 1 ? '1 node converted.' : `${count} nodes converted.`),
		left: (names) => `Still old: ${names.join(', ')}.`,
	},
	pt: {
		title: 'Do n8n-nodes-wts para o WTS Chat',
		about:
			'Cole um fluxo do n8n que usa o n8n-nodes-wts e leve o mesmo fluxo com os nodes do n8n-nodes-wts-chat. Nada sai desta página, e o fluxo antigo fica como está.',
		old: 'Fluxo antigo',
		open: 'Abrir um arquivo',
		result: 'Resultado',
		converted: 'Fluxo convertido',
		copy: 'Copiar',
		copied: 'Copiado',
		save: 'Salvar como arquivo',
		next: 'No n8n, crie um fluxo, clique na área de desenho e cole. Despublique o fluxo antigo antes de publicar o novo.',
		look: 'O que conferir',
		other: 'English',
		workflow: 'Fluxo',
		nothing: 'Não há nele nenhum node do n8n-nodes-wts; ele fica como está.',
		done: (count) => (count === 1 ? '1 node convertido.' : `${count} nodes convertidos.`),
		left: (names) => `Continuam antigos: ${names.join(', ')}.`,
	},
};
