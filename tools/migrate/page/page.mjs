// What runs in the browser: reads what is pasted, and shows the converted workflow with its notes.
import { convertWorkflow } from '../convert';
import { inLanguage, say } from '../sentences';
import { FileError, textOf, workflowsIn } from '../workflow';
import { wordsOfPage } from './words';

/** @type {import('../sentences').Language} */
let language = navigator.language.startsWith('pt') ? 'pt' : 'en';

const element = (id) => document.getElementById(id);
const words = () => wordsOfPage[language];

function show() {
	document.documentElement.lang = language === 'pt' ? 'pt-BR' : 'en';
	document.title = words().title;
	element('language').textContent = words().other;
	for (const labelled of document.querySelectorAll('[data-words]')) {
		labelled.textContent = words()[labelled.dataset.words];
	}
	showConversion(element('old').value);
}

function showConversion(text) {
	element('problem').textContent = '';
	element('result').hidden = true;
	if (text.trim() === '') return;
	try {
		const { content, workflows } = workflowsIn(text);
		const results = workflows.map((workflow) => ({ workflow, ...convertWorkflow(workflow) }));
		element('new').value = `${JSON.stringify(content, null, 2)}\n`;
		element('summary').textContent = results.map(summaryOf).join(' ');
		element('findings').replaceChildren(...results.flatMap(sectionsOf));
		element('result').hidden = false;
	} catch (error) {
		if (!(error instanceof FileError)) throw error;
		element('problem').textContent = inLanguage(error.why, language);
	}
}

function summaryOf({ workflow, converted, untouched }) {
	const name = workflow.name ? `${words().workflow} “${workflow.name}”: ` : '';
	if (converted.length + untouched.length === 0) return name + words().nothing;
	const left = untouched.length > 0 ? ` ${words().left(untouched)}` : '';
	return name + words().done(converted.length) + left;
}

/** The notes of a workflow, by node. */
function sectionsOf({ findings }) {
	const nodes = [...new Set(findings.map(({ node }) => node))];
	return nodes.flatMap((node) => {
		const list = document.createElement('dl');
		for (const { what, todo } of findings.filter((finding) => finding.node === node)) {
			list.append(filled('dt', what), filled('dd', todo));
		}
		const heading = document.createElement('h3');
		heading.textContent = node ?? inLanguage(say`The whole workflow`, language);
		return [heading, list];
	});
}

function filled(tag, sentence) {
	const made = document.createElement(tag);
	made.textContent = inLanguage(sentence, language);
	return made;
}

element('language').addEventListener('click', () => {
	language = language === 'pt' ? 'en' : 'pt';
	show();
});

element('old').addEventListener('input', () => showConversion(element('old').value));

element('file').addEventListener('change', async ({ target }) => {
	const [file] = target.files;
	if (!file) return;
	element('old').value = textOf(new Uint8Array(await file.arrayBuffer()));
	showConversion(element('old').value);
});

element('copy').addEventListener('click', async ({ target }) => {
	// where the browser does not let the page copy, the text is selected for it
	element('new').select();
	await navigator.clipboard.writeText(element('new').value);
	target.textContent = words().copied;
});

element('save').addEventListener('click', () => {
	const link = document.createElement('a');
	link.href = URL.createObjectURL(new Blob([element('new').value], { type: 'application/json' }));
	link.download = 'converted.json';
	link.click();
	URL.revokeObjectURL(link.href);
});

show();
